package atlas.compare.measure.load;

import java.util.Optional;

/**
 * Whether an answer is the option's own work. One that is not makes every figure of its run void, since nobody can tell
 * how many others were like it.
 *
 * @param option whose id each answer must carry
 */
public record Scrutiny(String option) {
    /** Why the answer is not. */
    public Optional<String> objection(Answer answer) {
        Optional<String> cached = answer.cached()
                .map(header -> "an answer came from a cache (%s), and a cache is not the option".formatted(header));
        return cached.or(() -> answer.isTile() ? otherOption(answer) : Optional.empty());
    }

    private Optional<String> otherOption(Answer answer) {
        String answering = answer.header("X-Compute-Option").orElse("");
        if (answering.equals(option)) {
            return Optional.empty();
        }
        return Optional.of(
                answering.isEmpty()
                        ? "an answer does not say which option it is from (no X-Compute-Option)"
                        : "an answer came from another option (X-Compute-Option: %s)".formatted(answering));
    }
}
