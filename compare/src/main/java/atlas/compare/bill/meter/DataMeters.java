package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.Functions;
import atlas.compare.template.Resource;
import java.math.BigDecimal;

/** Buckets, file systems, tables, queues, topics and events: most cost nothing until somebody uses them. */
final class DataMeters {
    private DataMeters() {}

    static void bucket(Resource bucket, Tally tally) {
        tally.needsUsage(bucket, "gigabytes stored, requests");
    }

    /** A mount target costs nothing, and a file system costs what lies in it. */
    static void fileSystem(Resource fileSystem, Tally tally) {
        tally.needsUsage(fileSystem, "gigabytes stored, gigabytes read and written");
    }

    static void repository(Resource repository, Tally tally) {
        tally.needsUsage(repository, "gigabytes of images");
    }

    static void table(Resource table, Tally tally) {
        if (table.at("BillingMode").is("PAY_PER_REQUEST")) {
            tally.needsUsage(table, "reads, writes, gigabytes stored");
            return;
        }
        capacity(table, tally, "WriteCapacityUnits", "write capacity", "dynamodb:provisioned:wcu");
        capacity(table, tally, "ReadCapacityUnits", "read capacity", "dynamodb:provisioned:rcu");
        tally.needsUsage(table, "gigabytes stored");
    }

    private static void capacity(Resource table, Tally tally, String property, String item, String priceKey) {
        BigDecimal units = table.at("ProvisionedThroughput", property).number().orElse(BigDecimal.ZERO);
        for (var index : table.at("GlobalSecondaryIndexes").items()) {
            units = units.add(
                    index.at("ProvisionedThroughput", property).number().orElse(BigDecimal.ZERO));
        }
        tally.line(
                table,
                item,
                Group.ALWAYS_ON,
                Quantity.of(units, "units").times(tally.usage().hours(), "h"),
                priceKey);
    }

    static void queue(Resource queue, Tally tally) {
        tally.needsUsage(queue, "requests");
    }

    static void topic(Resource topic, Tally tally) {
        tally.needsUsage(topic, "messages");
    }

    /** Where an event is what a request is elsewhere, each of them passes here; S3's are billed like one's own. */
    static void rule(Resource rule, Tally tally) {
        boolean onTheWay = Functions.behind(tally.setUp(), rule.at("Targets")).stream()
                .anyMatch(tally.usage().path()::isServedBy);
        if (onTheWay && rule.at("EventPattern").isPresent()) {
            tally.line(
                    rule,
                    "events",
                    Group.PER_REQUEST,
                    Quantity.of(tally.usage().requests(), "events"),
                    "eventbridge:custom");
        } else if (rule.at("EventPattern").isPresent()) {
            tally.needsUsage(rule, "events");
        }
    }

    static void schedule(Resource schedule, Tally tally) {
        tally.needsUsage(schedule, "calls");
    }
}
