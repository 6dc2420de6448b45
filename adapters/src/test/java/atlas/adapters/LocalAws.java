package atlas.adapters;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
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
final class LocalAws implements AutoCloseable {
    static final Region REGION = Region.EU_CENTRAL_1;

    /** Hands the one instance to every test class that asks for it, and closes it after the last. */
    static final class Shared implements ParameterResolver, AfterEachCallback {
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
    private final Wire wire;
    private final DynamoDbClient tables;
    private final SqsClient queues;
    private final AtomicInteger created = new AtomicInteger();

    private LocalAws() {
        HttpClient client = HttpClient.newHttpClient();
        wire = new Wire(Map.of(
                "dynamodb", new Forwarding(dynamoDb.address(), client),
                "sqs", new Forwarding(sqs.address(), client),
                "s3", s3));
        System.setProperty("aws.endpointUrl", wire.address().toString());
        System.setProperty("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
        System.setProperty("aws.secretAccessKey", "loopback");
        tables = admin(DynamoDbClient.builder(), dynamoDb.address());
        queues = admin(SqsClient.builder(), sqs.address());
    }

    Wire wire() {
        return wire;
    }

    LocalS3 s3() {
        return s3;
    }

    /** As in production, only sent here. */
    AwsPorts ports() {
        return AwsPorts.from(Map.of("AWS_REGION", REGION.id())::get);
    }

    String newBucket() {
        return "bucket-" + created.incrementAndGet();
    }

    /** As the database layer makes it. */
    String newTable() {
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
        String name = "posters-" + created.incrementAndGet();
        return queues.createQueue(queue -> queue.queueName(name)
                        .attributes(Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(visibilityTimeout.toSeconds()))))
                .queueUrl();
    }

    DynamoDbClient tables() {
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
