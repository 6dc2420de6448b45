package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.template.LeftOpen;
import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.util.Locale;

/** File systems, search, warehouses and brokers: what is provisioned is always on, what is stored is not in a template. */
final class StoreMeters {
    private StoreMeters() {}

    static void fileSystem(Resource files, Tally tally) {
        if (files.at("ThroughputMode").textOr("bursting").equals("provisioned")) {
            tally.line(
                    files,
                    "provisioned throughput",
                    Group.ALWAYS_ON,
                    Quantity.of(files.at("ProvisionedThroughputInMibps").numberOr(BigDecimal.ZERO), "MiB/s"),
                    "efs:provisioned-throughput");
        }
        tally.needsUsage(files, "gigabytes stored, read and written");
    }

    static void windowsOrZfs(Resource files, Tally tally) {
        if (!files.at("StorageCapacity").isPresent()) {
            throw new LeftOpen("its StorageCapacity is that of its backup");
        }
        String kind = files.at("FileSystemType").textOr("").toLowerCase(Locale.ROOT);
        String disk = files.at("StorageType").textOr("SSD").toLowerCase(Locale.ROOT);
        boolean severalZones = files.at("WindowsConfiguration", "DeploymentType")
                .textOr("SINGLE_AZ_1")
                .startsWith("MULTI_AZ");
        String zones = kind.equals("windows") ? severalZones ? ":multi-az" : ":single-az" : "";
        tally.line(
                files,
                "storage",
                Group.ALWAYS_ON,
                Quantity.of(files.at("StorageCapacity").numberOr(BigDecimal.ZERO), "GB"),
                "fsx:%s:%s%s".formatted(kind, disk, zones));
        tally.notPriced(files, "throughput: no price");
    }

    static void search(Resource domain, Tally tally) {
        Value cluster = domain.at("ClusterConfig");
        int nodes = cluster.at("InstanceCount").someOr(1);
        nodes(domain, nodes, "data", cluster.at("InstanceType"), tally);
        if (cluster.at("DedicatedMasterEnabled").isTrueOr(false)) {
            int masters = cluster.at("DedicatedMasterCount").someOr(3);
            nodes(domain, masters, "master", cluster.at("DedicatedMasterType"), tally);
        }
        if (cluster.at("WarmEnabled").isTrueOr(false)) {
            tally.notPriced(domain, "warm nodes: no price");
        }
        Value disk = domain.at("EBSOptions");
        if (disk.at("EBSEnabled").isTrueOr(disk.at("VolumeSize").isPresent())) {
            tally.line(
                    domain,
                    "storage",
                    Group.ALWAYS_ON,
                    Quantity.count(nodes, "node", "nodes")
                            .times(disk.at("VolumeSize").numberOr(BigDecimal.ZERO), "GB"),
                    "opensearch:" + disk.at("VolumeType").textOr("gp2"));
        }
    }

    private static void nodes(Resource domain, int count, String role, Value written, Tally tally) {
        String type = written.textOr("");
        if (type.isEmpty()) {
            throw new LeftOpen("the type of its %s nodes is not in the template".formatted(role));
        }
        tally.line(
                domain,
                "%s, %s".formatted(type, role),
                Group.ALWAYS_ON,
                Quantity.count(count, "node", "nodes").times(tally.usage().hours(), "h"),
                "opensearch:" + type);
    }

    /** Collections share their units, so the least of them is paid once. */
    static void searchCollection(Resource collection, Tally tally) {
        int units = collection.at("StandbyReplicas").textOr("ENABLED").equals("DISABLED") ? 1 : 2;
        if (tally.isFirst("units of search collections")) {
            tally.line(
                    collection,
                    "least capacity",
                    Group.ALWAYS_ON,
                    Quantity.of(units, "OCU").times(tally.usage().hours(), "h"),
                    "opensearch:serverless:ocu");
        }
        tally.needsUsage(collection, "gigabytes stored, capacity above the least");
    }

    static void warehouse(Resource cluster, Tally tally) {
        String type = cluster.at("NodeType").textOr("");
        if (DatabaseMeters.isReserved(tally)) {
            tally.notPriced(cluster, "%s: no price for a reservation".formatted(type));
        } else {
            tally.line(
                    cluster,
                    type,
                    Group.ALWAYS_ON,
                    Quantity.count(cluster.at("NumberOfNodes").someOr(1), "node", "nodes")
                            .times(tally.usage().hours(), "h"),
                    "redshift:" + type);
        }
        tally.needsUsage(cluster, "gigabytes stored");
    }

    static void broker(Resource broker, Tally tally) {
        String type = broker.at("HostInstanceType").textOr("");
        String mode = broker.at("DeploymentMode").textOr("SINGLE_INSTANCE");
        String zones = mode.equals("SINGLE_INSTANCE") ? "single" : mode.toLowerCase(Locale.ROOT);
        tally.line(broker, type, Group.ALWAYS_ON, tally.hours(), "mq:%s:%s".formatted(type, zones));
        tally.needsUsage(broker, "gigabytes stored");
    }
}
