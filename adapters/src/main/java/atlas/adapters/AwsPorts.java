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
import software.amazon.awssdk.http.SdkHttpClient;
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
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;

    AwsPorts(Region region, TimeLimits limits) {
        this(
                region,
                limits,
                DefaultCredentialsProvider.builder().build(),
                // From main to the first answer 706 ms on JDK 25, with Apache's client 758, with CRT's 611, which is
                // native and ends 1.3 s later (2026-11-22; docs/decisions/013).
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(limits.connect())
                        .build());
    }

    /** All clients share {@code credentials}, so that they are asked for once. */
    AwsPorts(Region region, TimeLimits limits, AwsCredentialsProvider credentials, SdkHttpClient http) {
        this.region = region;
        this.limits = limits;
        this.credentials = credentials;
        this.http = http;
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
        return new S3ObjectStore(client(S3Client.builder()), bucket);
    }

    /** @param table with the string {@code id} as its partition key and {@code expiresAt} as its time to live */
    public JobTable jobTable(String table) {
        return new DynamoDbJobTable(
                client(DynamoDbClient.builder()), table, () -> UUID.randomUUID().toString());
    }

    /** @param queueUrl of a standard queue whose visibility time-out is the workers' */
    public JobQueue jobQueue(String queueUrl) {
        return new SqsJobQueue(client(SqsClient.builder()), queueUrl, limits);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.region(region)
                .credentialsProvider(credentials)
                .httpClient(http)
                .defaultsMode(DefaultsMode.IN_REGION)
                .overrideConfiguration(configuration -> configuration
                        .apiCallTimeout(limits.call())
                        .apiCallAttemptTimeout(limits.attempt())
                        .retryStrategy(RetryMode.STANDARD))
                .build();
    }
}
