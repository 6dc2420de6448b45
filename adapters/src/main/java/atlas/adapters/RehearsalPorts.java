package atlas.adapters;

import atlas.app.JobQueue;
import atlas.app.JobTable;
import atlas.app.ObjectStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The ports on an AWS that is made up. Each call is put together, signed, and its answer read as ever, yet no credentials
 * are looked for and no connection is opened. Who uses them before a snapshot of the process is taken, has in it what the
 * first real call would otherwise have to load.
 *
 * <p>The table takes every job and knows every job as done, the queue takes every message, and every object is there.
 */
public final class RehearsalPorts {
    private RehearsalPorts() {}

    public static ObjectStore objectStore() {
        return new S3ObjectStore(client(S3Client.builder()), "rehearsal");
    }

    public static JobTable jobTable() {
        return new DynamoDbJobTable(client(DynamoDbClient.builder()), "rehearsal", () -> "rehearsal");
    }

    public static JobQueue jobQueue() {
        return new SqsJobQueue(client(SqsClient.builder()), "https://rehearsal/queue", TimeLimits.STANDARD);
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing")))
                .httpClient(new MadeUpAws())
                .build();
    }
}
