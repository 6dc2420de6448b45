package atlas.adapters;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** S3, DynamoDB and SQS on loopback. The SDK is sent there by its own setting, the one of {@code AWS_ENDPOINT_URL}. */
public final class LocalAws implements AutoCloseable {
    public static final Region REGION = Region.EU_CENTRAL_1;

    /** After so many a message goes to the dead-letter queue; as the messaging layer makes it. */
    private static final int MOST_RECEIVES = 5;

    /** Hands the one instance to every test class that asks for it, and closes it after the last. */
    public static final class Shared implements ParameterResolver, AfterEachCallback {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == LocalAws.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return instance(context);
        }

        /** No test suffers from what another has spoiled. */
        @Override
        public void afterEach(ExtensionContext context) {
            instance(context).wire.mend();
        }

        private static LocalAws instance(ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(LocalAws.class, any -> new LocalAws(), LocalAws.class);
        }
    }

    private final LocalDynamoDb dynamoDb = new LocalDynamoDb();
    private final LocalSqs sqs = new LocalSqs();
    private final LocalS3 s3 = new LocalS3();
    private final Map<String, Wire.Service> services;
    private final Wire wire;
    private final DynamoDbClient tables;
    private final SqsClient queues;
    private final AtomicInteger created = new AtomicInteger();

    private LocalAws() {
        HttpClient client = HttpClient.newHttpClient();
        services = Map.of(
                "dynamodb", new Forwarding(dynamoDb.address(), client),
                "sqs", new Forwarding(sqs.address(), client),
                "s3", s3);
        wire = new Wire(services);
        System.setProperty("aws.endpointUrl", wire.address().toString());
        System.setProperty("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
        System.setProperty("aws.secretAccessKey", "loopback");
        tables = admin(DynamoDbClient.builder(), dynamoDb.address());
        queues = admin(SqsClient.builder(), sqs.address());
    }

    Wire wire() {
        return wire;
    }

    /** Another way to the same services, for a client whose requests are to be told from those of others. */
    public Wire newWire() {
        return new Wire(services);
    }

    public LocalS3 s3() {
        return s3;
    }

    /** As in production, only sent here. */
    AwsPorts ports() {
        return AwsPorts.from(Map.of("AWS_REGION", REGION.id())::get);
    }

    public String newBucket() {
        return "bucket-" + created.incrementAndGet();
    }

    /** As the database layer makes it. */
    public String newTable() {
        String name = "jobs-" + created.incrementAndGet();
        tables.createTable(table -> table.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build()));
        return name;
    }

    /** @return its URL */
    String newQueue(Duration visibilityTimeout) {
        return newQueue(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(visibilityTimeout.toSeconds())));
    }

    /**
     * @param deadLetters the URL of the queue to which a message goes that was received as often as the product allows
     * @return its URL
     */
    public String newQueue(Duration visibilityTimeout, String deadLetters) {
        String arn = queues.getQueueAttributes(
                        queue -> queue.queueUrl(deadLetters).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        return newQueue(Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                Long.toString(visibilityTimeout.toSeconds()),
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}".formatted(arn, MOST_RECEIVES)));
    }

    /** @return the URL of one that no message ever leaves */
    public String newDeadLetterQueue() {
        return newQueue(Map.of());
    }

    private String newQueue(Map<QueueAttributeName, String> attributes) {
        String name = "posters-" + created.incrementAndGet();
        return queues.createQueue(queue -> queue.queueName(name).attributes(attributes))
                .queueUrl();
    }

    /** How many messages a queue holds, those included that somebody has received and not deleted. */
    public int messages(String queueUrl) {
        var counts = List.of(
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
        return queues
                .getQueueAttributes(queue -> queue.queueUrl(queueUrl).attributeNames(counts))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    public DynamoDbClient tables() {
        return tables;
    }

    @Override
    public void close() {
        wire.close();
        sqs.close();
        dynamoDb.close();
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C admin(B builder, URI address) {
        return builder.region(REGION)
                .endpointOverride(address)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
