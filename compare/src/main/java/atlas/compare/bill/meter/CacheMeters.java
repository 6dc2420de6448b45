package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.template.Resource;

/** ElastiCache and DAX: nodes, which cannot be stopped, and serverless caches with the least that they cost. */
final class CacheMeters {
    private CacheMeters() {}

    static void cluster(Resource cluster, Tally tally) {
        nodes(
                cluster,
                cluster.at("NumCacheNodes").someOr(1),
                cluster.at("Engine").textOr("redis"),
                tally);
    }

    /** Shards with replicas each, or so many nodes of one shard. */
    static void replicationGroup(Resource group, Tally tally) {
        long nodes = group.at("NumCacheClusters").isPresent()
                ? group.at("NumCacheClusters").someOr(1)
                : (long) group.at("NumNodeGroups").someOr(1)
                        * (1 + group.at("ReplicasPerNodeGroup").wholeOr(0));
        nodes(group, nodes, group.at("Engine").textOr("redis"), tally);
    }

    private static void nodes(Resource cache, long nodes, String engine, Tally tally) {
        String type = cache.at("CacheNodeType").textOr("");
        if (DatabaseMeters.isReserved(tally)) {
            tally.notPriced(cache, "%s: no price for a reservation".formatted(type));
            return;
        }
        tally.line(
                cache,
                "%s, %s".formatted(type, engine),
                Group.ALWAYS_ON,
                Quantity.count(nodes, "node", "nodes").times(tally.usage().hours(), "h"),
                "elasticache:%s:%s".formatted(engine, type));
    }

    static void serverless(Resource cache, Tally tally) {
        String engine = cache.at("Engine").textOr("");
        tally.line(
                cache,
                "least storage",
                Group.ALWAYS_ON,
                tally.hours(),
                "elasticache:serverless:%s:floor".formatted(engine));
        tally.needsUsage(cache, "gigabytes stored above the least, processing units");
    }

    static void accelerator(Resource cluster, Tally tally) {
        String type = cluster.at("NodeType").textOr("");
        tally.line(
                cluster,
                type,
                Group.ALWAYS_ON,
                Quantity.count(cluster.at("ReplicationFactor").someOr(1), "node", "nodes")
                        .times(tally.usage().hours(), "h"),
                "dax:" + type);
    }
}
