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
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.sqs.IQueue;

/** A function that makes the poster of the featured place, once an hour. */
public final class LambdaScheduleStack extends Stack implements Measured {
    private static final ComputeOption OPTION = ComputeOption.LAMBDA_SCHEDULE;
    /** In UTC. */
    private static final String EVERY_HOUR = "cron(0 * * * ? *)";
    /** Somewhen in it, so that not all the world's schedules start on the stroke of the hour. */
    private static final Duration WINDOW = Duration.minutes(15);
    /** Then the next place is due. */
    private static final Duration OLDEST_CALL = Duration.hours(1);

    private static final int DELIVERY_RETRIES = 10;

    public LambdaScheduleStack(Layers layers) {
        super(layers.app(), OPTION.stackId(), StackIdentity.option(layers.settings(), OPTION));
        Settings settings = layers.settings();
        SampleApp sampleApp = new SampleApp(OPTION, layers);

        // 1. What runs: one handler, from the same jar as the other functions, on Java 25.
        JavaFunctions jar = new JavaFunctions(this, settings, ProjectFiles.FUNCTIONS_JAR, sampleApp.eventEnvironment());
        Function featured = jar.function(
                        "Featured", "atlas.functions.FeaturedPlaceHandler::handleRequest", SampleApp.EVENT_TIMEOUT)
                .build();

        // 2. Where it runs: wherever AWS pleases, outside our VPC. Nobody waits for its start, so it has no snapshot.

        // 3. How it scales: not at all, it is called once an hour.

        // 4. How calls reach it: the schedule says which hour is meant, so that a call that comes late means the same.
        FailureQueue undelivered = new FailureQueue(this, "Undelivered");
        CfnSchedule.Builder.create(this, "Hourly")
                .description("Compute Atlas: the featured place of the hour")
                .scheduleExpression(EVERY_HOUR)
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder()
                        .mode("FLEXIBLE")
                        .maximumWindowInMinutes(WINDOW.toMinutes())
                        .build())
                .target(CfnSchedule.TargetProperty.builder()
                        .arn(featured.getFunctionArn())
                        .roleArn(schedulerRole(featured, undelivered.queue()).getRoleArn())
                        .input("{\"scheduledAt\":\"<aws.scheduler.scheduled-time>\"}")
                        .retryPolicy(CfnSchedule.RetryPolicyProperty.builder()
                                .maximumRetryAttempts(DELIVERY_RETRIES)
                                .maximumEventAgeInSeconds(OLDEST_CALL.toSeconds())
                                .build())
                        .deadLetterConfig(CfnSchedule.DeadLetterConfigProperty.builder()
                                .arn(undelivered.queue().getQueueArn())
                                .build())
                        .build())
                .build();
        new EventCalls(this, "Calls", featured, OLDEST_CALL);
        CfnOutput.Builder.create(this, "TryIt")
                .description("Makes the poster of an hour at once; it comes to posters/ in the bucket")
                .value(("aws lambda invoke --function-name %s --cli-binary-format raw-in-base64-out"
                                + " --payload '{\"scheduledAt\":\"2026-11-22T05:00:00Z\"}' /dev/stdout")
                        .formatted(featured.getFunctionName()))
                .build();

        // 5. What it may touch: it makes posters.
        sampleApp.grantMaking(featured.getRole());

        // 6. How it stops: a frozen environment has nothing to drain. What goes wrong meanwhile raises an alarm.
        Alarms.atFirst(this, "FeaturedErrors", featured.metricErrors());
        Alarms.atFirst(this, "FeaturedThrottles", featured.metricThrottles());

        // 7. What it tells the comparison.
        new UnitMetadata(
                        OPTION,
                        "environment",
                        JavaFunctions.vcpuOf(settings.functionMemoryMiB()),
                        settings.functionMemoryMiB(),
                        0,
                        0)
                .addTo(this);
    }

    @Override
    public Row row() {
        return EventCalls.row(OPTION, new FunctionMetrics(getStackName()));
    }

    /** For schedules of this account only: the service works for others, too. */
    private Role schedulerRole(Function function, IQueue undelivered) {
        return Role.Builder.create(this, "HourlyRole")
                .assumedBy(ServicePrincipal.Builder.create("scheduler.amazonaws.com")
                        .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", getAccount())))
                        .build())
                .inlinePolicies(Map.of(
                        "CallAndKeep",
                        PolicyDocument.Builder.create()
                                .statements(List.of(
                                        allow("lambda:InvokeFunction", function.getFunctionArn()),
                                        allow("sqs:SendMessage", undelivered.getQueueArn())))
                                .build()))
                .build();
    }

    private static PolicyStatement allow(String action, String resource) {
        return PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(resource))
                .build();
    }
}
