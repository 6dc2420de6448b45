package atlas.proof.rehearsal.seen;

import atlas.proof.rehearsal.assembly.StackTemplate;
import atlas.proof.rehearsal.aws.Aws;
import atlas.proof.rehearsal.aws.Stacks;
import atlas.proof.rehearsal.seen.Sighting.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Looks whether what CloudFormation says it created is there, by the API of each resource's own service: an emulator may
 * accept a type that it does not know, or leave it out without a word.
 */
public final class Look {
    private static final Map<String, Sighting> SIGHTINGS = sightings();
    /** A custom resource is what its function answered; CloudFormation would have failed it otherwise. */
    private static final String CUSTOM = "Custom::";

    private final Aws aws;
    private final Stacks stacks;
    private final Consumer<String> detail;

    /** @param detail is told of each resource that is not as it should be */
    public Look(Aws aws, Consumer<String> detail) {
        this.aws = aws;
        this.stacks = new Stacks(aws);
        this.detail = detail;
    }

    private static Map<String, Sighting> sightings() {
        Map<String, Sighting> all = new TreeMap<>(QuerySightings.all());
        all.putAll(JsonSightings.all());
        all.putAll(PathSightings.all());
        return all;
    }

    /** Whether there is a way to ask for a resource of that type. */
    public static boolean knows(String type) {
        return SIGHTINGS.containsKey(type) || type.startsWith(CUSTOM);
    }

    /**
     * @param resources how many the template has
     * @param real how many of them are there
     * @param stubs accepted and not there, by type
     * @param skipped in the template and not in the stack, by type
     * @param notTold by type: the emulator has no API that would tell
     */
    public record Seen(
            int resources,
            int real,
            Map<String, Integer> stubs,
            Map<String, Integer> skipped,
            Map<String, Integer> notTold) {}

    public Seen at(StackTemplate stack) {
        Map<String, Stacks.Resource> listed = stacks.resources(stack.name());
        Map<String, String> ids = new TreeMap<>();
        listed.values().forEach(one -> ids.put(one.logicalId(), one.physicalId()));
        Map<String, String> exports = stacks.exports();
        Map<String, Integer> stubs = new TreeMap<>();
        Map<String, Integer> skipped = new TreeMap<>();
        Map<String, Integer> notTold = new TreeMap<>();
        int real = 0;
        for (Map.Entry<String, JsonNode> resource : stack.resources().entrySet()) {
            String type = resource.getValue().path("Type").asText();
            if (!listed.containsKey(resource.getKey())) {
                skipped.merge(type, 1, Integer::sum);
                detail.accept("skipped: %s %s is not in the stack".formatted(type, resource.getKey()));
                continue;
            }
            JsonNode properties = resource.getValue().path("Properties");
            Placed placed = new Placed(
                    resource.getKey(),
                    type,
                    ids.get(resource.getKey()),
                    properties.isMissingNode() ? MissingNode.getInstance() : properties,
                    ids,
                    exports);
            switch (verdict(placed)) {
                case REAL -> real++;
                case STUB -> {
                    stubs.merge(type, 1, Integer::sum);
                    detail.accept("stub: %s %s (%s)".formatted(type, placed.logicalId(), placed.physicalId()));
                }
                case NOT_TOLD -> {
                    notTold.merge(type, 1, Integer::sum);
                    detail.accept("not told: %s %s (%s)".formatted(type, placed.logicalId(), placed.physicalId()));
                }
            }
        }
        return new Seen(stack.resources().size(), real, stubs, skipped, notTold);
    }

    private Verdict verdict(Placed resource) {
        Sighting sighting = SIGHTINGS.get(resource.type());
        Verdict told = sighting == null ? Verdict.NOT_TOLD : sighting.of(resource, aws);
        if (told != Verdict.NOT_TOLD) {
            return told;
        }
        if (resource.physicalId().isEmpty() || looksMadeUp(resource)) {
            return Verdict.STUB;
        }
        return resource.type().startsWith(CUSTOM) ? Verdict.REAL : Verdict.NOT_TOLD;
    }

    /** The name that floci gives to what it only accepts. */
    private static boolean looksMadeUp(Placed resource) {
        return Pattern.matches(Pattern.quote(resource.logicalId()) + "-[0-9a-f]{8}", resource.physicalId());
    }
}
