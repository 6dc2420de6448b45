package atlas.infra.compute;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.ComputeOption;
import atlas.infra.Layers;
import atlas.infra.messaging.WorkQueue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.sqs.IQueue;

/** What the app needs from whoever runs it, the same for every option: its variables, and what it may touch. */
final class SampleApp {
    /** Where the server listens. */
    static final int PORT = 8080;
    /** Answered with 200 when ready, 503 while draining. */
    static final String HEALTH_PATH = "/health";

    /** How a container is asked whether it is well; the image's HEALTHCHECK says the same. */
    static final List<String> HEALTH_COMMAND =
            List.of("CMD", "java", "-cp", "/app/atlas-server.jar", "atlas.containers.HealthCheck");
    /** From SIGTERM to SIGKILL: longer than the server's own drain. */
    static final Duration STOP_TIMEOUT = Duration.seconds(30);

    /** How long a function may work on the poster of an event: the largest takes a minute of a quarter of a vCPU. */
    static final Duration EVENT_TIMEOUT = Duration.minutes(2);
    /**
     * Nine tenths of it are the lease: longer than a function may work, so that an event that comes twice at once is worked
     * on once, and over when Lambda calls again a minute after the function was cut off.
     */
    static final Duration EVENT_VISIBILITY = Duration.seconds(150);

    private final ComputeOption option;
    private final Layers layers;

    SampleApp(ComputeOption option, Layers layers) {
        this.option = option;
        this.layers = layers;
    }

    IQueue queue() {
        return layers.messaging().queueOf(option);
    }

    /** In sorted order, since an order that changes from run to run would change the template. */
    Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        variables.put("ATLAS_OPTION", option.id());
        variables.put("ATLAS_PREFIX", option.prefix());
        variables.put("ATLAS_BUCKET", layers.storage().bucket().getBucketName());
        variables.put("ATLAS_TABLE", layers.database().jobs().getTableName());
        variables.put("ATLAS_QUEUE_URL", queue().getQueueUrl());
        variables.put(
                "ATLAS_VISIBILITY_SECONDS",
                WorkQueue.visibility(option).toSeconds().toString());
        return variables;
    }

    /** For a function that an event starts: it has no path and no queue. */
    Map<String, String> eventEnvironment() {
        Map<String, String> variables = new TreeMap<>();
        variables.put("ATLAS_OPTION", option.id());
        variables.put("ATLAS_BUCKET", layers.storage().bucket().getBucketName());
        variables.put("ATLAS_TABLE", layers.database().jobs().getTableName());
        variables.put("ATLAS_VISIBILITY_SECONDS", EVENT_VISIBILITY.toSeconds().toString());
        return variables;
    }

    /** Lambda names its region to the app itself, and lets nobody else do it. Servers are told. */
    Map<String, String> serverEnvironment() {
        Map<String, String> variables = environment();
        variables.put("AWS_REGION", layers.settings().region());
        return variables;
    }

    /**
     * Asking for a poster: a row, a message; looking at it: the row, the image. Who may not list a bucket is told 403
     * instead of 404 when an image is missing.
     */
    void grantAsking(IRole role) {
        allow(role, layers.database().jobs().getTableArn(), "dynamodb:GetItem", "dynamodb:PutItem");
        allow(role, images(), "s3:GetObject");
        allow(role, layers.storage().bucket().getBucketArn(), "s3:ListBucket");
        allow(role, queue().getQueueArn(), "sqs:SendMessage");
        acceptAllImages(role);
    }

    /** Making a poster: claim and finish its row, write its image, take its message. */
    void grantWorking(IRole role) {
        allow(role, layers.database().jobs().getTableArn(), "dynamodb:GetItem", "dynamodb:UpdateItem");
        grantStoring(role);
        allow(role, queue().getQueueArn(), "sqs:DeleteMessage", "sqs:ReceiveMessage");
    }

    /** Storing an image, and no more: what a batch program does. */
    void grantStoring(IRole role) {
        allow(role, images(), "s3:PutObject");
        acceptAllImages(role);
    }

    /** Making a poster of an event: add, claim and finish its row, write its image. */
    void grantMaking(IRole role) {
        allow(
                role,
                layers.database().jobs().getTableArn(),
                "dynamodb:GetItem",
                "dynamodb:PutItem",
                "dynamodb:UpdateItem");
        allow(role, images(), "s3:PutObject");
        acceptAllImages(role);
    }

    /** Reading a job, and being told 404 when it is gone. */
    void grantReadingJobs(IRole role) {
        allow(role, layers.storage().bucket().arnForObjects("jobs/*"), "s3:GetObject");
        allow(role, layers.storage().bucket().getBucketArn(), "s3:ListBucket");
        accept(role, "AwsSolutions-IAM5[jobs/*]", "a job is called as whoever puts it there likes");
    }

    private String images() {
        return layers.storage().bucket().arnForObjects("posters/*");
    }

    private static void acceptAllImages(IRole role) {
        accept(role, "AwsSolutions-IAM5[posters/*]", "an image is named by its job, which nobody knows beforehand");
    }

    private static void allow(IRole role, String resource, String... actions) {
        role.addToPrincipalPolicy(PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(List.of(resource))
                .build());
    }
}
