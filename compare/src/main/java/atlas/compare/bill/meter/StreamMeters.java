package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.Functions;
import atlas.compare.template.Resource;
import java.util.List;

/** Queues, topics, streams and events. Where one of them is what a request is elsewhere, all pass here. */
final class StreamMeters {
    private static final String MAPPING = "AWS::Lambda::EventSourceMapping";

    private StreamMeters() {}

    /** Sent, received and deleted, each by itself: the most there can be. */
    static void queue(Resource queue, Tally tally) {
        if (!feedsAServer(queue, tally)) {
            tally.needsUsage(queue, "requests");
            return;
        }
        tally.line(
                queue,
                "messages",
                Group.PER_REQUEST,
                messages(tally).times(3, "requests"),
                queue.at("FifoQueue").isTrueOr(false) ? "sqs:fifo" : "sqs:standard");
    }

    /** Delivery to functions and queues is free. */
    static void topic(Resource topic, Tally tally) {
        boolean onTheWay = tally.setUp()
                .resources("AWS::SNS::Subscription")
                .filter(subscription -> subscription.at("TopicArn").references().contains(topic.name()))
                .anyMatch(subscription -> isServer(subscription, "Endpoint", tally));
        if (!onTheWay) {
            tally.needsUsage(topic, "messages");
            return;
        }
        boolean ordered = topic.at("FifoTopic").isTrueOr(false);
        tally.line(topic, "messages", Group.PER_REQUEST, messages(tally), ordered ? "sns:fifo" : "sns:publish");
    }

    /** Deliveries by HTTP, mail or text message are paid, to functions and queues they are not. */
    static void subscription(Resource subscription, Tally tally) {
        String protocol = subscription.at("Protocol").textOr("lambda");
        if (!List.of("lambda", "sqs", "firehose").contains(protocol)) {
            tally.needsUsage(subscription, "deliveries by " + protocol);
        }
    }

    /** With shards, or on demand where the template says so. Each message is taken for one unit of 25 KB. */
    static void stream(Resource stream, Tally tally) {
        boolean onDemand = stream.at("StreamModeDetails", "StreamMode")
                .textOr("PROVISIONED")
                .equals("ON_DEMAND");
        boolean passed = feedsAServer(stream, tally);
        if (onDemand) {
            tally.line(stream, "stream", Group.ALWAYS_ON, tally.hours(), "kinesis:ondemand:stream");
            tally.needsUsage(stream, "gigabytes in and out");
        } else {
            tally.line(
                    stream,
                    "shards",
                    Group.ALWAYS_ON,
                    Quantity.count(stream.at("ShardCount").someOr(1), "shard", "shards")
                            .times(tally.usage().hours(), "h"),
                    "kinesis:shard");
            if (passed) {
                tally.line(stream, "records", Group.PER_REQUEST, messages(tally), "kinesis:put");
            } else {
                tally.needsUsage(stream, "records");
            }
        }
        if (stream.at("RetentionPeriodHours").wholeOr(24) > 24) {
            tally.notPriced(stream, "records kept for more than a day: no price");
        }
    }

    /** S3's events are billed like one's own. */
    static void rule(Resource rule, Tally tally) {
        if (!rule.at("EventPattern").isPresent()) {
            return;
        }
        if (isServer(rule, "Targets", tally)) {
            tally.line(
                    rule,
                    "events",
                    Group.PER_REQUEST,
                    Quantity.of(tally.usage().requests(), "events"),
                    "eventbridge:custom");
        } else {
            tally.needsUsage(rule, "events");
        }
    }

    /** Free, unless it keeps pollers of its own. */
    static void mapping(Resource mapping, Tally tally) {
        if (!mapping.at("ProvisionedPollerConfig").isPresent()) {
            return;
        }
        boolean ofAQueue = tally.setUp()
                .referredTo(mapping.at("EventSourceArn"), "AWS::SQS::Queue")
                .findAny()
                .isPresent();
        if (ofAQueue) {
            tally.notPriced(mapping, "pollers of a queue: no price");
            return;
        }
        int pollers = mapping.at("ProvisionedPollerConfig", "MinimumPollers").someOr(1);
        tally.line(
                mapping,
                "pollers",
                Group.ALWAYS_ON,
                Quantity.count(pollers, "poller", "pollers").times(tally.usage().hours(), "h"),
                "lambda:esm-provisioned-poller");
    }

    private static Quantity messages(Tally tally) {
        return Quantity.of(tally.usage().requests(), "messages");
    }

    private static boolean feedsAServer(Resource source, Tally tally) {
        return tally.setUp()
                .resources(MAPPING)
                .filter(mapping -> mapping.at("EventSourceArn").references().contains(source.name()))
                .anyMatch(mapping -> isServer(mapping, "FunctionName", tally));
    }

    private static boolean isServer(Resource resource, String property, Tally tally) {
        return Functions.behind(tally.setUp(), resource.at(property)).stream()
                .anyMatch(tally.usage().path()::isServedBy);
    }
}
