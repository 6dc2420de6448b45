package atlas.adapters;

import atlas.app.JobQueue;
import atlas.app.JobTable;
import atlas.app.ObjectStore;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The app's ports on AWS, in one region. Ask for each port once, while the process starts: it keeps its client for good,
 * and has no connection or thread that would have to be closed.
 *
 * <p>Credentials come from where the process runs: the environment (Lambda), the container's address (ECS, EKS Pod
 * Identity), the instance's metadata (EC2), or a developer's profile.
 */
public final class AwsPorts {
    private final Region region;
    private final TimeLimits limits;
    /** One for all clients, so that it is asked once. */
    private final AwsCredentialsProvider credentials =
            DefaultCredentialsProvider.builder().build();

    AwsPorts(Region region, TimeLimits limits) {
        this.region = region;
        this.limits = limits;
    }

    /**
     * Reads {@code AWS_REGION}, which Lambda and Fargate set by themselves. The SDK could find it in more places, but
     * the last of them is a request to the instance's metadata.
     *
     * @param environment gives the value of a variable, or null
     * @throws IllegalArgumentException if the region is not set
     */
    public static AwsPorts from(Function<String, String> environment) {
        String region = environment.apply("AWS_REGION");
        if (region == null || region.isBlank()) {
            throw new IllegalArgumentException(
                    "AWS_REGION is not set; name the region of bucket, table and queue, as in AWS_REGION=us-east-1");
        }
        return new AwsPorts(Region.of(region.strip()), TimeLimits.STANDARD);
    }

    public ObjectStore objectStore(String bucket) {
        return new S3ObjectStore(client(S3Client.builder(), limits), bucket);
    }

    public JobTable jobTable(String table) {
        return new DynamoDbJobTable(client(DynamoDbClient.builder(), limits), table, () -> UUID.randomUUID()
                .toString());
    }

    public JobQueue jobQueue(String queueUrl) {
        return new SqsJobQueue(client(SqsClient.builder(), limits), queueUrl, limits);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, TimeLimits limits) {
        return builder.region(region)
                .credentialsProvider(credentials)
                .defaultsMode(DefaultsMode.IN_REGION)
                // Why this one: docs/decisions, aws-sdk-http-client. The limit of an attempt ends a silence, too.
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(limits.connect()))
                .overrideConfiguration(configuration -> configuration
                        .apiCallTimeout(limits.call())
                        .apiCallAttemptTimeout(limits.attempt())
                        .retryStrategy(RetryMode.STANDARD))
                .build();
    }
}
