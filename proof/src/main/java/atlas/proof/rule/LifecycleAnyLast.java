package atlas.proof.rule;

import atlas.compare.template.Resource;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.stream.Stream;

/** ECR takes a rule for any tag only as the one with the highest number. */
final class LifecycleAnyLast implements Rule {

    @Override
    public String id() {
        return "lifecycle-any-last";
    }

    @Override
    public String remedy() {
        return "give the rule for any tag the highest rulePriority";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment
                .resources("AWS::ECR::Repository")
                .flatMap(repository -> repository.at("LifecyclePolicy", "LifecyclePolicyText").text().stream()
                        .flatMap(text -> breach(repository, text).stream()));
    }

    private static Optional<Breach> breach(Resource repository, String text) {
        int any = -1;
        int highest = -1;
        try {
            for (JsonNode rule : new ObjectMapper().readTree(text).path("rules")) {
                int priority = rule.path("rulePriority").asInt();
                highest = Math.max(highest, priority);
                any = rule.at("/selection/tagStatus").asText().equals("any") ? priority : any;
            }
        } catch (JsonProcessingException broken) {
            return Optional.of(
                    Breach.of(repository, "its lifecycle policy is not JSON: %s", broken.getOriginalMessage()));
        }
        return any >= 0 && any < highest
                ? Optional.of(
                        Breach.of(repository, "its rule %d is for any tag, and rule %d comes after it", any, highest))
                : Optional.empty();
    }
}
