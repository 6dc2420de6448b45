package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.PurchaseModel;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.InstanceType;
import atlas.compare.template.LeftOpen;
import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** RDS and Aurora. An instance and its standby in another zone have a price of their own, which is not twice the one of one. */
final class DatabaseMeters {
    private static final String INSTANCE = "AWS::RDS::DBInstance";
    private static final String CLUSTER = "AWS::RDS::DBCluster";
    private static final BigDecimal INCLUDED_IOPS = BigDecimal.valueOf(3000);
    /** Of a database that a proxy stands before. */
    private static final int FEWEST_VCPU = 2;

    private DatabaseMeters() {}

    static void instance(Resource database, Tally tally) {
        if (database.at("DBClusterIdentifier").isPresent()) {
            member(database, tally);
            return;
        }
        Resource source = tally.setUp()
                .referredTo(database.at("SourceDBInstanceIdentifier"), INSTANCE)
                .findFirst()
                .orElse(database);
        String engine = written(database, source, "Engine").textOr("");
        String zones = database.at("MultiAZ").isTrueOr(false) ? "multi" : "single";
        hours(database, tally, engine, written(database, source, "DBInstanceClass"), zones);
        storage(database, source, zones, tally);
        tally.needsUsage(database, "gigabytes of backups beyond its size");
    }

    /** A replica takes what it does not say from its source. */
    private static Value written(Resource database, Resource source, String property) {
        Value value = database.at(property).isPresent() ? database.at(property) : source.at(property);
        if (!value.isPresent()) {
            throw new LeftOpen("its %s is that of what it is restored from".formatted(property));
        }
        return value;
    }

    private static void hours(Resource database, Tally tally, String engine, Value size, String zones) {
        String type = size.textOr("");
        if (isReserved(tally)) {
            tally.notPriced(database, "%s: no price for a reservation".formatted(type));
            return;
        }
        tally.line(
                database,
                "%s, %s".formatted(type, engine),
                Group.ALWAYS_ON,
                Quantity.of(1, "instance").times(tally.usage().runningHours(), "h"),
                "rds:%s:%s:%s".formatted(engine, type, zones));
    }

    static boolean isReserved(Tally tally) {
        PurchaseModel model = tally.terms().purchase();
        return model == PurchaseModel.RESERVED_1Y || model == PurchaseModel.RESERVED_3Y;
    }

    /** Paid whether it runs or not. */
    private static void storage(Resource database, Resource source, String zones, Tally tally) {
        BigDecimal gigabytes = written(database, source, "AllocatedStorage").numberOr(BigDecimal.ZERO);
        BigDecimal iops = database.at("Iops").numberOr(BigDecimal.ZERO);
        String type = database.at("StorageType").textOr(iops.signum() > 0 ? "io1" : "gp2");
        tally.line(
                database,
                "storage " + type,
                Group.ALWAYS_ON,
                Quantity.of(gigabytes, "GB"),
                "rds:storage:%s:%s".formatted(type, zones));
        if (iops.compareTo(INCLUDED_IOPS) > 0) {
            tally.notPriced(database, "IOPS: no price for those beyond the ones included");
        }
    }

    /** Of Aurora, by capacity units or by its class; its storage is the cluster's. */
    private static void member(Resource database, Tally tally) {
        Value size = database.at("DBInstanceClass");
        if (!size.textOr("").equals("db.serverless")) {
            hours(database, tally, database.at("Engine").textOr("aurora"), size, "single");
            return;
        }
        Resource cluster = tally.setUp()
                .referredTo(database.at("DBClusterIdentifier"), CLUSTER)
                .findFirst()
                .orElseThrow(() -> new LeftOpen("its cluster is not in the template"));
        Value least = cluster.at("ServerlessV2ScalingConfiguration", "MinCapacity");
        if (!least.isPresent()) {
            throw new LeftOpen("the smallest capacity of its cluster is not in the template");
        }
        if (cluster.at("StorageType").textOr("aurora").equals("aurora-iopt1")) {
            tally.notPriced(database, "no price for capacity units that are optimized for I/O");
            return;
        }
        tally.line(
                database,
                "least capacity",
                Group.ALWAYS_ON,
                Quantity.of(least.numberOr(BigDecimal.ZERO), "ACU")
                        .times(tally.usage().runningHours(), "h"),
                "aurora:serverless-v2:acu");
        tally.needsUsage(database, "capacity above the least");
    }

    /** Aurora is billed by its members; a cluster of RDS with two readable standbys has a price of its own. */
    static void cluster(Resource cluster, Tally tally) {
        if (cluster.at("EngineMode").textOr("provisioned").equals("serverless")) {
            tally.notPriced(cluster, "no price for Aurora Serverless v1");
        } else if (cluster.at("DBClusterInstanceClass").isPresent()) {
            String engine = cluster.at("Engine").textOr("");
            hours(cluster, tally, engine, cluster.at("DBClusterInstanceClass"), "cluster");
            storage(cluster, cluster, "cluster", tally);
        } else {
            tally.needsUsage(cluster, "gigabytes stored, reads and writes of its storage");
        }
    }

    /** By the vCPU of the database behind it. */
    static void proxy(Resource proxy, Tally tally) {
        Optional<InstanceType> behind = tally.setUp()
                .resources("AWS::RDS::DBProxyTargetGroup")
                .filter(group -> group.at("DBProxyName").references().contains(proxy.name()))
                .flatMap(group -> tally.setUp().referredTo(group.properties(), INSTANCE))
                .flatMap(database -> database.at("DBInstanceClass").text().stream())
                .map(type -> type.replaceFirst("^db\\.", ""))
                .flatMap(type -> InstanceType.named(type).stream())
                .findFirst();
        int vcpu = behind.map(InstanceType::vcpu)
                .orElseThrow(
                        () -> new LeftOpen("the instance of its database is not in the template, or not known here"));
        tally.line(
                proxy,
                "proxy",
                Group.ALWAYS_ON,
                Quantity.of(Math.max(FEWEST_VCPU, vcpu), "vCPU")
                        .times(tally.usage().hours(), "h"),
                "rds:proxy");
    }
}
