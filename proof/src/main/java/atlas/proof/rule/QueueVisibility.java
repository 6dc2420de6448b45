package atlas.proof.rule;

import atlas.compare.template.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/** A queue hands a message out again while the function is still at it; Lambda refuses such a mapping. */
final class QueueVisibility implements Rule {
    private static final int QUEUE_DEFAULT_SECONDS = 30;
    private static final int FUNCTION_DEFAULT_SECONDS = 3;

    @Override
    public String id() {
        return "queue-visibility";
    }

    @Override
    public String remedy() {
        return "set VisibilityTimeout to the function's Timeout or more; AWS advises six times that";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment
                .resources("AWS::Lambda::EventSourceMapping")
                .flatMap(mapping -> breach(mapping, deployment).stream());
    }

    private static Optional<Breach> breach(Resource mapping, Deployment deployment) {
        Optional<Resource> queue = deployment.behind(mapping.at("EventSourceArn"), "AWS::SQS::Queue");
        Optional<Resource> function = deployment.function(mapping.at("FunctionName"));
        if (queue.isEmpty() || function.isEmpty()) {
            return Optional.empty();
        }
        int hidden = queue.get().at("VisibilityTimeout").wholeOr(QUEUE_DEFAULT_SECONDS);
        int runs = function.get().at("Timeout").wholeOr(FUNCTION_DEFAULT_SECONDS);
        return hidden < runs
                ? Optional.of(Breach.of(
                        queue.get(),
                        "it hides a message for %d s, and %s may be at it for %d s",
                        hidden,
                        function.get().name(),
                        runs))
                : Optional.empty();
    }
}
