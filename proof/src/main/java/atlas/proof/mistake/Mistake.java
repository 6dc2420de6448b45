package atlas.proof.mistake;

import atlas.compare.BadInput;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Something that people do to a template, and that would fail or harm when it is deployed.
 *
 * @param id short, lower case, with hyphens
 * @param text what somebody did, in the past tense
 * @param changes what becomes of places in the assembly's templates, such as {@code Web/LoadBalancer/Properties/Subnets}: stack,
 *     logical id without its hash, and on from there; null where something was taken out
 * @param breaks the resource that a gate must name, by stack and logical id without its hash
 * @param caught by which gates, and which of their rules
 */
public record Mistake(
        String id, String text, Map<String, JsonNode> changes, String breaks, Map<String, List<String>> caught) {
    public Mistake {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
        caught = Collections.unmodifiableMap(new TreeMap<>(caught));
        if (changes.isEmpty() || caught.isEmpty()) {
            throw new BadInput("the mistake %s changes nothing, or nobody catches it".formatted(id));
        }
        if (breaks.split("/").length != 2) {
            throw new BadInput(
                    "the mistake %s breaks a resource such as Web/LoadBalancer, got %s".formatted(id, breaks));
        }
    }

    /** Stacks whose templates it changes. */
    Set<String> stacks() {
        Set<String> stacks = new TreeSet<>();
        changes.keySet().forEach(place -> stacks.add(place.substring(0, place.indexOf('/'))));
        return stacks;
    }
}
