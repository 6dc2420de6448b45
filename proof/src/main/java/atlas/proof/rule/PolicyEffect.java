package atlas.proof.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;

/** A statement allows or denies; IAM knows no third word, and no other spelling. */
final class PolicyEffect implements Rule {
    private static final Set<String> EFFECTS = Set.of("Allow", "Deny");

    @Override
    public String id() {
        return "policy-effect";
    }

    @Override
    public String remedy() {
        return "write Allow or Deny";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment
                .setUp()
                .resources()
                .flatMap(resource -> resource.properties().json().findValues("Statement").stream()
                        .flatMap(statement -> statement.findValues("Effect").stream())
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .filter(effect -> !EFFECTS.contains(effect))
                        .distinct()
                        .map(effect -> Breach.of(
                                resource, "a statement has the Effect %s, which is neither Allow nor Deny", effect)));
    }
}
