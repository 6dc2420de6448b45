package atlas.proof.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What all gates say, for scripts, and for the record in the repository. */
public final class CheckJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CheckJson() {}

    /** Everything, with times. */
    public static ObjectNode of(CheckResult result, Acknowledgements acknowledged) {
        ObjectNode root = JSON.objectNode();
        ArrayNode gates = root.putArray("gates");
        for (GateResult gate : result.gates()) {
            ObjectNode fields = gates.addObject()
                    .put("gate", gate.gate())
                    .put("version", gate.version())
                    .put("templates", gate.templates())
                    .put("seconds", gate.time().toMillis() / 1000.0);
            gate.skipped().ifPresent(why -> fields.put("skipped", why));
            gate.broken().ifPresent(why -> fields.put("broken", why));
        }
        ArrayNode findings = root.putArray("findings");
        result.gates().forEach(gate -> gate.held().forEach(held -> {
            ObjectNode fields = findings.addObject()
                    .put("gate", held.gate())
                    .put("rule", held.finding().rule())
                    .put("subject", held.subject())
                    .put("stack", held.finding().stack())
                    .put("logicalId", held.finding().resource())
                    .put("resource", held.resource())
                    .put("text", held.finding().text())
                    .put("remedy", held.finding().remedy());
            acknowledged.reason(held).ifPresent(reason -> fields.put("acknowledged", reason));
        }));
        ArrayNode unneeded = root.putArray("unneeded");
        result.unneeded().forEach(one -> unneeded.addObject()
                .put("gate", one.gate())
                .put("rule", one.rule())
                .put("resource", one.resource()));
        return root;
    }

    /**
     * What the same commit always gives: gates with versions, settings, and for each stack and gate how many rules it breaks,
     * and how many of these are meant.
     */
    public static ObjectNode record(CheckResult result, Acknowledgements acknowledged, List<Subject> subjects) {
        ObjectNode root = JSON.objectNode();
        ObjectNode gates = root.putObject("gates");
        result.gates().forEach(gate -> gates.put(gate.gate(), gate.version()));
        ObjectNode settings = root.putObject("settings");
        subjects.forEach(subject -> subject.settings().forEach(settings.putObject(subject.name())::put));
        ObjectNode stacks = root.putObject("stacks");
        subjects.stream()
                .flatMap(subject -> subject.templates().stacks().stream())
                .map(template -> template.stack())
                .distinct()
                .sorted()
                .forEach(stack -> {
                    ObjectNode counts = stacks.putObject(stack);
                    result.gates().forEach(gate -> put(counts, gate, stack, acknowledged));
                });
        return root;
    }

    private static void put(ObjectNode counts, GateResult gate, String stack, Acknowledgements acknowledged) {
        Map<Boolean, List<Held>> byMeant = new TreeMap<>(gate.held().stream()
                .filter(held -> held.finding().stack().equals(stack))
                .collect(Collectors.partitioningBy(
                        held -> acknowledged.reason(held).isPresent())));
        counts.putObject(gate.gate())
                .put("findings", count(byMeant.get(false)))
                .put("acknowledged", count(byMeant.get(true)));
    }

    /** A rule and a resource count once, under however many settings. */
    static int count(List<Held> held) {
        return (int) held.stream().map(Held::toDo).distinct().count();
    }
}
