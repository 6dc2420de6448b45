package atlas.proof.check;

import atlas.compare.BadInput;
import java.util.Optional;
import java.util.Set;

/**
 * A finding that is meant.
 *
 * @param gate that holds it against us
 * @param rule as the gate calls it
 * @param resource its construct path, stack first
 * @param profile where the reason holds; in both profiles when there is none
 * @param reason a sentence: why it is meant
 */
public record Acknowledgement(String gate, String rule, String resource, Optional<String> profile, String reason) {
    private static final Set<String> PROFILES = Set.of("sandbox", "production");
    private static final int FEWEST_WORDS = 5;

    public Acknowledgement {
        if (resource.contains("*") || !resource.contains("/") || resource.endsWith("/")) {
            throw new BadInput(
                    "an acknowledgement names one resource by stack and path, such as Web/Balancer/Resource, got "
                            + resource);
        }
        if (reason.split("\\s+").length < FEWEST_WORDS || !reason.endsWith(".")) {
            throw new BadInput("the reason for %s %s must be a sentence of %d words or more, got \"%s\""
                    .formatted(gate, rule, FEWEST_WORDS, reason));
        }
        profile.filter(name -> !PROFILES.contains(name)).ifPresent(name -> {
            throw new BadInput("the profile of an acknowledgement is sandbox or production, got " + name);
        });
    }

    boolean covers(Held held) {
        return gate.equals(held.gate())
                && rule.equals(held.finding().rule())
                && resource.equals(held.resource())
                && profile.map(held.profile()::equals).orElse(true);
    }

    @Override
    public String toString() {
        return "%s %s of %s%s"
                .formatted(
                        gate,
                        rule,
                        resource,
                        profile.map(" in the profile "::concat).orElse(""));
    }
}
