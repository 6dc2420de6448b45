package atlas.proof.rule;

import java.util.stream.Stream;

/** Lambda ends a call after 15 minutes at the latest. */
final class FunctionTimeout implements Rule {
    /** AWS Lambda Developer Guide, quotas. */
    private static final int MOST_SECONDS = 900;

    @Override
    public String id() {
        return "function-timeout";
    }

    @Override
    public String remedy() {
        return "set Timeout to 900 or less, or run longer work in a task or a batch job";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment
                .resources("AWS::Lambda::Function")
                .filter(function -> function.at("Timeout").whole().orElse(0) > MOST_SECONDS)
                .map(function -> Breach.of(
                        function, "its Timeout is %s s, and Lambda allows %d", function.at("Timeout"), MOST_SECONDS));
    }
}
