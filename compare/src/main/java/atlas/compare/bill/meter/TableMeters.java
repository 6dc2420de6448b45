package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.util.List;

/** Tables of DynamoDB, whose capacity is provisioned unless they say otherwise. */
final class TableMeters {
    private TableMeters() {}

    static void table(Resource table, Tally tally) {
        if (isOnDemand(table)) {
            tally.needsUsage(table, "reads, writes, gigabytes stored");
            return;
        }
        if (!table.at("TableClass").textOr("STANDARD").equals("STANDARD")) {
            tally.notPriced(table, "no price for the capacity of a table of infrequent access");
            return;
        }
        capacity(table, tally, "WriteCapacityUnits", "write capacity", "dynamodb:provisioned:wcu");
        capacity(table, tally, "ReadCapacityUnits", "read capacity", "dynamodb:provisioned:rcu");
        tally.needsUsage(table, "gigabytes stored");
    }

    private static boolean isOnDemand(Resource table) {
        return table.at("BillingMode").textOr("PROVISIONED").equals("PAY_PER_REQUEST");
    }

    private static void capacity(Resource table, Tally tally, String property, String item, String priceKey) {
        BigDecimal units = table.at("ProvisionedThroughput", property).numberOr(BigDecimal.ZERO);
        for (Value index : table.at("GlobalSecondaryIndexes").list()) {
            units = units.add(index.at("ProvisionedThroughput", property).numberOr(BigDecimal.ZERO));
        }
        line(table, tally, units, item, priceKey);
    }

    private static void line(Resource table, Tally tally, BigDecimal units, String item, String priceKey) {
        tally.line(
                table,
                item,
                Group.ALWAYS_ON,
                Quantity.of(units, "units").times(tally.usage().hours(), "h"),
                priceKey);
    }

    /** As the CDK writes tables, with one replica for each region. What the others cost is on their regions' bills. */
    static void globalTable(Resource table, Tally tally) {
        List<Value> replicas = table.at("Replicas").list();
        if (replicas.size() > 1) {
            tally.notPriced(table, "its replicas in other regions");
        }
        if (isOnDemand(table)) {
            tally.needsUsage(table, "reads, writes, gigabytes stored");
            return;
        }
        Value writes = table.at("WriteProvisionedThroughputSettings", "WriteCapacityAutoScalingSettings");
        line(
                table,
                tally,
                writes.at("MinCapacity").numberOr(BigDecimal.ZERO),
                "write capacity",
                "dynamodb:provisioned:wcu");
        for (Value replica : replicas.subList(0, Math.min(1, replicas.size()))) {
            Value reads = replica.at("ReadProvisionedThroughputSettings");
            BigDecimal fixed = reads.at("ReadCapacityUnits").numberOr(BigDecimal.ZERO);
            BigDecimal least =
                    reads.at("ReadCapacityAutoScalingSettings", "MinCapacity").numberOr(fixed);
            line(table, tally, least, "read capacity", "dynamodb:provisioned:rcu");
        }
        tally.needsUsage(table, "gigabytes stored");
    }
}
