package atlas.infra.compute;

import atlas.infra.ComputeOption;
import atlas.infra.dashboard.FunctionMetrics;
import atlas.infra.dashboard.Row;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/** How Lambda calls a function when nobody waits for the answer: again when it fails, and in the end it keeps the event. */
final class EventCalls extends Construct {
    /** The most there can be; the first comes after a minute, the second two minutes later. */
    private static final int RETRIES = 2;

    /** @param oldest how long an event may wait, 1 minute to 6 hours; the function may be throttled meanwhile */
    EventCalls(Construct scope, String id, Function function, Duration oldest) {
        super(scope, id);
        FailureQueue failed = new FailureQueue(this, "Failed");
        CfnEventInvokeConfig.Builder.create(this, "Config")
                .functionName(function.getFunctionName())
                .qualifier("$LATEST")
                .maximumRetryAttempts(RETRIES)
                .maximumEventAgeInSeconds(oldest.toSeconds())
                .destinationConfig(CfnEventInvokeConfig.DestinationConfigProperty.builder()
                        .onFailure(CfnEventInvokeConfig.OnFailureProperty.builder()
                                .destination(failed.queue().getQueueArn())
                                .build())
                        .build())
                .build();
        function.addToRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of("sqs:SendMessage"))
                .resources(List.of(failed.queue().getQueueArn()))
                .build());
    }

    /** Nobody waits for an answer, so a request is a call, and its latency is the work alone. */
    static Row row(ComputeOption option, FunctionMetrics function) {
        return new Row(
                option,
                function.calls(),
                function.duration("p50"),
                function.duration("p99"),
                function.errors(),
                function.environments(),
                function.timeBusy());
    }
}
