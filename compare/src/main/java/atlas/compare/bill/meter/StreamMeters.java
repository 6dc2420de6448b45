package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.Functions;
import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Queues, topics, streams and events. Where one of them is what a request is elsewhere, all pass here. */
final class StreamMeters {
    private static final String MAPPING = "AWS::Lambda::EventSourceMapping";

    private StreamMeters() {}

    /** Sent, received and deleted, each by itself: the most there can be. */
    static void queue(Resource queue, Tally tally) {
        Set<Reference> fed = fedBy(queue, tally);
        if (fed.isEmpty()) {
            tally.needsUsage(queue, "requests");
            return;
        }
        tally.line(
                queue,
                "messages",
                Group.PER_REQUEST,
                messages(fed, tally).times(3, "requests"),
                queue.at("FifoQueue").isTrueOr(false) ? "sqs:fifo" : "sqs:standard");
    }

    /** Delivery to functions and queues is free. */
    static void topic(Resource topic, Tally tally) {
        Set<Reference> told = toldBy(topic, tally);
        if (told.isEmpty()) {
            tally.needsUsage(topic, "messages");
            return;
        }
        boolean ordered = topic.at("FifoTopic").isTrueOr(false);
        tally.line(topic, "messages", Group.PER_REQUEST, messages(told, tally), ordered ? "sns:fifo" : "sns:publish");
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
        Set<Reference> fed = fedBy(stream, tally);
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
            if (fed.isEmpty()) {
                tally.needsUsage(stream, "records");
            } else {
                tally.line(stream, "records", Group.PER_REQUEST, messages(fed, tally), "kinesis:put");
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
        Set<Reference> called = reached(rule.at("Targets"), tally);
        if (!called.isEmpty()) {
            tally.line(rule, "events", Group.PER_REQUEST, quantity(called, "events", tally), "eventbridge:custom");
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

    /** Those for the servers that they lead to. */
    private static Quantity messages(Set<Reference> servers, Tally tally) {
        return quantity(servers, "messages", tally);
    }

    private static Quantity quantity(Set<Reference> servers, String what, Tally tally) {
        BigDecimal share = tally.usage().path().share(servers.size());
        return Quantity.of(tally.usage().requests().multiply(share), what);
    }

    private static Set<Reference> fedBy(Resource source, Tally tally) {
        return tally.setUp()
                .resources(MAPPING)
                .filter(mapping -> mapping.at("EventSourceArn").references().contains(source.name()))
                .flatMap(mapping -> servers(mapping.at("FunctionName"), tally).stream())
                .collect(Collectors.toSet());
    }

    private static Set<Reference> toldBy(Resource topic, Tally tally) {
        return tally.setUp()
                .resources("AWS::SNS::Subscription")
                .filter(subscription -> subscription.at("TopicArn").references().contains(topic.name()))
                .flatMap(subscription -> reached(subscription.at("Endpoint"), tally).stream())
                .collect(Collectors.toSet());
    }

    /** Directly, or by way of a queue. */
    private static Set<Reference> reached(Value target, Tally tally) {
        Set<Reference> reached = servers(target, tally);
        tally.setUp().referredTo(target, "AWS::SQS::Queue").forEach(queue -> reached.addAll(fedBy(queue, tally)));
        return reached;
    }

    private static Set<Reference> servers(Value value, Tally tally) {
        Set<Reference> functions = Functions.behind(tally.setUp(), value);
        functions.removeIf(function -> !tally.usage().path().isServedBy(function));
        return functions;
    }
}
