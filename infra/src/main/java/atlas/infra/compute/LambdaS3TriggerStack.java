package atlas.infra.compute;

import atlas.infra.ComputeOption;
import atlas.infra.Layers;
import atlas.infra.ProjectFiles;
import atlas.infra.Settings;
import atlas.infra.dashboard.FunctionMetrics;
import atlas.infra.dashboard.Measured;
import atlas.infra.dashboard.Row;
import atlas.infra.guard.StackIdentity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Match;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.s3.IBucket;

/** A function that makes a poster of every job that is put into the bucket. */
public final class LambdaS3TriggerStack extends Stack implements Measured {
    private static final ComputeOption OPTION = ComputeOption.LAMBDA_S3_TRIGGER;
    /** As long as Lambda keeps an event, too. */
    private static final Duration OLDEST_EVENT = Duration.hours(6);
    /** EventBridge waits longer from one to the next. */
    private static final int DELIVERY_RETRIES = 30;

    public LambdaS3TriggerStack(Layers layers) {
        super(layers.app(), OPTION.stackId(), StackIdentity.option(layers.settings(), OPTION));
        Settings settings = layers.settings();
        SampleApp sampleApp = new SampleApp(OPTION, layers);
        IBucket bucket = layers.storage().bucket();

        // 1. What runs: one handler, from the same jar as the other functions, on Java 25.
        JavaFunctions jar = new JavaFunctions(this, settings, ProjectFiles.FUNCTIONS_JAR, sampleApp.eventEnvironment());
        Function.Builder handler =
                jar.function("Jobs", "atlas.functions.S3JobHandler::handleRequest", SampleApp.EVENT_TIMEOUT);

        // 2. Where it runs: wherever AWS pleases, outside our VPC. Nobody waits for its start, so it has no snapshot.

        // 3. How it scales: by itself, an environment an event; what is above the brake waits for hours, and is not
        // lost.
        if (settings.reservedConcurrency() > 0) {
            handler.reservedConcurrentExecutions(settings.reservedConcurrency());
        }
        Function jobs = handler.build();

        // 4. How jobs reach it: the bucket tells EventBridge, a rule picks jobs/*.json, Lambda queues what it is given.
        FailureQueue undelivered = new FailureQueue(this, "Undelivered");
        Rule.Builder.create(this, "JobCreated")
                .description("An object jobs/*.json was created; posters/ is no job, so output starts nothing")
                .eventPattern(EventPattern.builder()
                        .source(List.of("aws.s3"))
                        .detailType(List.of("Object Created"))
                        .detail(jobIn(bucket))
                        .build())
                .targets(List.of(LambdaFunction.Builder.create(jobs)
                        .deadLetterQueue(undelivered.queue())
                        .retryAttempts(DELIVERY_RETRIES)
                        .maxEventAge(OLDEST_EVENT)
                        .build()))
                .build();
        new EventCalls(this, "Calls", jobs, OLDEST_EVENT);
        CfnOutput.Builder.create(this, "TryIt")
                .description("Orders a poster; it comes to posters/ in the same bucket")
                .value(
                        "echo '{\"zoom\":2,\"x\":0,\"y\":1,\"columns\":4,\"rows\":2}' | aws s3 cp - s3://%s/jobs/first.json"
                                .formatted(bucket.getBucketName()))
                .build();

        // 5. What it may touch: it reads jobs, and makes posters.
        sampleApp.grantReadingJobs(jobs.getRole());
        sampleApp.grantMaking(jobs.getRole());

        // 6. How it stops: a frozen environment has nothing to drain. What goes wrong meanwhile raises an alarm.
        Alarms.atFirst(this, "JobErrors", jobs.metricErrors());
        Alarms.atFirst(this, "JobThrottles", jobs.metricThrottles());

        // 7. What it tells the comparison.
        new UnitMetadata(
                        OPTION,
                        "environment",
                        JavaFunctions.vcpuOf(settings.functionMemoryMiB()),
                        settings.functionMemoryMiB(),
                        0,
                        settings.reservedConcurrency())
                .addTo(this);
    }

    @Override
    public Row row() {
        return EventCalls.row(OPTION, new FunctionMetrics(getStackName()));
    }

    /** Prefix and suffix in one: two conditions in a list would be an or. */
    private static Map<String, Object> jobIn(IBucket bucket) {
        Map<String, Object> detail = new TreeMap<>();
        detail.put("bucket", Map.of("name", List.of(bucket.getBucketName())));
        detail.put("object", Map.of("key", Match.wildcard("jobs/*.json")));
        return detail;
    }
}
