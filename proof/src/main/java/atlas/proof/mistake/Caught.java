package atlas.proof.mistake;

import atlas.proof.gate.Gate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rules of one gate that a mistake broke, by mistake.
 *
 * @param asked the mistakes that the gate was shown
 * @param time that it took
 */
public record Caught(String gate, List<Mistake> asked, Map<String, Set<String>> rules, Duration time) {
    public Caught {
        asked = List.copyOf(asked);
        rules = new TreeMap<>(rules);
    }

    static Caught by(Gate gate, List<Mistake> asked, Map<String, Set<String>> rules, long begun) {
        return new Caught(gate.name(), asked, rules, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** Those that the gate is said to catch and let pass: a line each. */
    public List<String> missed() {
        return asked.stream()
                .filter(mistake -> !said(mistake).isEmpty())
                .filter(mistake -> !rules.get(mistake.id()).containsAll(said(mistake)))
                .map(mistake -> "%s: %s should say %s of %s, and says %s"
                        .formatted(
                                mistake.id(),
                                gate,
                                String.join(", ", said(mistake)),
                                mistake.breaks(),
                                rules.get(mistake.id()).isEmpty()
                                        ? "nothing"
                                        : String.join(", ", rules.get(mistake.id()))))
                .toList();
    }

    /** What it catches and nobody said so: a line each. */
    public List<String> unsaid() {
        return asked.stream()
                .filter(mistake -> !said(mistake).containsAll(rules.get(mistake.id())))
                .map(mistake -> {
                    Set<String> more = new TreeSet<>(rules.get(mistake.id()));
                    more.removeAll(said(mistake));
                    return "%s: %s also says %s".formatted(mistake.id(), gate, String.join(", ", more));
                })
                .toList();
    }

    private List<String> said(Mistake mistake) {
        return mistake.caught().getOrDefault(gate, List.of());
    }
}
