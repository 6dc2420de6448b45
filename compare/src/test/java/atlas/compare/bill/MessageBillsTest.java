package atlas.compare.bill;

import static atlas.compare.bill.Billed.asked;
import static atlas.compare.bill.Billed.assertUsd;
import static atlas.compare.bill.Billed.idle;
import static atlas.compare.bill.Billed.notPriced;
import static atlas.compare.bill.Billed.under;
import static atlas.compare.bill.Billed.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queues, topics, streams and events, where a message is what a request is elsewhere. */
class MessageBillsTest {
    private static String resource(String type, String properties) {
        return "  A: {Type: AWS::%s, Properties: {%s}}\n".formatted(type, properties);
    }

    /** Where a message is what a request is elsewhere: three requests to a queue, one to a topic, one record of a stream. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SQS::Queue | VisibilityTimeout: 60 | messages | 1.20",
                "SQS::Queue | FifoQueue: true | messages | 1.50",
                "Kinesis::Stream | ShardCount: 1 | records | 0.014",
            })
    void paysForMessagesThatAreTheWork(String type, String properties, String item, double usd) {
        String worker = resource(type, properties) + """
              Worker: {Type: AWS::Lambda::Function}
              Mapping:
                Type: AWS::Lambda::EventSourceMapping
                Properties: {FunctionName: !Ref Worker, EventSourceArn: !GetAtt A.Arn}
            """;

        assertUsd(usd, usd(under(worker, asked(1_000_000, 1, 0)), item));
    }

    @Test
    void paysForATopicAndAnEventOnTheWay() {
        String told = """
                  Topic: {Type: AWS::SNS::Topic}
                  Worker: {Type: AWS::Lambda::Function}
                  Told: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref Topic, Protocol: lambda, Endpoint: !GetAtt Worker.Arn}}
                  Mail: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref Topic, Protocol: email, Endpoint: a}}
                """;
        String event = """
                  Worker: {Type: AWS::Lambda::Function}
                  Rule: {Type: AWS::Events::Rule, Properties: {EventPattern: {a: [b]}, Targets: [{Arn: !GetAtt Worker.Arn}]}}
                """;

        assertUsd(0.50, usd(under(told, asked(1_000_000, 1, 0)), "messages"));
        assertEquals(
                "deliveries by email",
                under(told, asked(1_000_000, 1, 0)).needsUsage().stream()
                        .map(NeedsUsage::usage)
                        .collect(Collectors.joining()));
        assertUsd(1.00, usd(under(event, asked(1_000_000, 1, 0)), "events"));
    }

    @Test
    void paysForPollersOfItsOwn() {
        assertUsd(
                2 * 730 * 0.185,
                idle(resource("Lambda::EventSourceMapping", "ProvisionedPollerConfig: {MinimumPollers: 2}"))
                        .total());
        assertEquals(
                "pollers of a queue: no price",
                notPriced(idle(resource(
                                "Lambda::EventSourceMapping",
                                "EventSourceArn: !GetAtt Q.Arn, ProvisionedPollerConfig: {MinimumPollers: 2}")
                        + "  Q: {Type: AWS::SQS::Queue}\n")));
    }
}
