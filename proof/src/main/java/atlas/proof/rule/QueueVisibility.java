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
        Optional<Integer> hidden = Known.whole(queue.get().at("VisibilityTimeout"), QUEUE_DEFAULT_SECONDS);
        Optional<Integer> runs = Known.whole(function.get().at("Timeout"), FUNCTION_DEFAULT_SECONDS);
        return hidden.isPresent() && runs.isPresent() && hidden.get() < runs.get()
                ? Optional.of(Breach.of(
                        queue.get(),
                        "it hides a message for %d s, and %s may be at it for %d s",
                        hidden.get(),
                        function.get().name(),
                        runs.get()))
                : Optional.empty();
    }
}
