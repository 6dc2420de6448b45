package atlas.compare.report;

import atlas.compare.inventory.AlwaysOn;
import atlas.compare.inventory.ComputeSize;
import atlas.compare.inventory.ComputeSize.Architecture;
import atlas.compare.inventory.EntryPoint;
import atlas.compare.inventory.Identity;
import atlas.compare.inventory.Inventory;
import atlas.compare.inventory.Scaled;
import atlas.compare.inventory.ScalingRule;
import atlas.compare.inventory.ScalingRule.Scheduled;
import atlas.compare.inventory.ScalingRule.Stepping;
import atlas.compare.inventory.ScalingRule.Tracking;
import atlas.compare.inventory.TemplateSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An inventory in a dozen figures, by what they are about, so that two of them can stand side by side. */
public final class Figures {
    private static final String NONE = "none";

    private final Inventory inventory;

    private Figures(Inventory inventory) {
        this.inventory = inventory;
    }

    public static Map<String, String> of(Inventory inventory) {
        return new Figures(inventory).figures();
    }

    private Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("stacks", String.valueOf(inventory.templates().size()));
        figures.put("resources", String.valueOf(inventory.resources()));
        figures.put("always on", alwaysOn());
        figures.put("a unit", lines(inventory.computes().stream().map(Figures::unit)));
        figures.put("scales", lines(inventory.scaled().stream().map(ScalingText::bounds)));
        figures.put("by", rules());
        figures.put(
                "open to the internet", joined(inventory.entryPoints().stream().map(EntryPoint::kind)));
        figures.put("open ports", String.valueOf(inventory.openPorts().size()));
        figures.put("roles", roles());
        figures.put("statements", statements());
        figures.put("alarms", String.valueOf(inventory.alarms().size()));
        figures.put("log groups", logGroups());
        figures.put(
                "templates",
                "%,d bytes"
                        .formatted(inventory.templates().stream()
                                .mapToLong(TemplateSize::bytes)
                                .sum()));
        return figures;
    }

    private static String joined(Stream<String> words) {
        String joined = words.collect(Collectors.joining(", "));
        return joined.isEmpty() ? NONE : joined;
    }

    private static String lines(Stream<String> words) {
        String lines = words.distinct().collect(Collectors.joining("\n"));
        return lines.isEmpty() ? NONE : lines;
    }

    /** Alike ones together. */
    private String alwaysOn() {
        Map<String, Integer> units = new LinkedHashMap<>();
        for (AlwaysOn entry : inventory.alwaysOn()) {
            units.merge(entry.unit(), entry.units().orElse(1), Integer::sum);
        }
        return joined(units.entrySet().stream().map(unit -> Words.count(unit.getValue(), unit.getKey())));
    }

    private static String unit(ComputeSize compute) {
        String vcpu = compute.vcpu().map(Words::number).orElse("?");
        String memory = compute.memoryMiB().isPresent()
                ? "%,d".formatted(compute.memoryMiB().getAsInt())
                : "?";
        String architecture = compute.architecture()
                .map(Architecture::title)
                .map(title -> " " + title)
                .orElse("");
        return "%s: %s vCPU, %s MiB, %s%s".formatted(compute.unit(), vcpu, memory, compute.on(), architecture);
    }

    private String rules() {
        Map<String, Integer> kinds = new TreeMap<>();
        inventory.scaled().stream()
                .map(Scaled::rules)
                .flatMap(List::stream)
                .forEach(rule -> kinds.merge(kind(rule), 1, Integer::sum));
        return joined(kinds.entrySet().stream().map(kind -> "%d x %s".formatted(kind.getValue(), kind.getKey())));
    }

    private static String kind(ScalingRule rule) {
        if (rule instanceof Tracking) {
            return "target tracking";
        }
        if (rule instanceof Stepping) {
            return "steps";
        }
        return rule instanceof Scheduled ? "schedule" : "other";
    }

    private String roles() {
        long broad = inventory.identities().stream().filter(Identity::isBroad).count();
        return "%d, %s broad".formatted(inventory.identities().size(), broad == 0 ? NONE : String.valueOf(broad));
    }

    private String statements() {
        return "%d, %d on any action, %d on any resource"
                .formatted(sum(Identity::statements), sum(Identity::anyAction), sum(Identity::anyResource));
    }

    private int sum(ToIntFunction<Identity> count) {
        return inventory.identities().stream().mapToInt(count).sum();
    }

    private String logGroups() {
        long forEver = inventory.logGroups().stream()
                .filter(group -> group.days().isEmpty())
                .count();
        return "%d, %s kept for ever"
                .formatted(inventory.logGroups().size(), forEver == 0 ? NONE : String.valueOf(forEver));
    }
}
