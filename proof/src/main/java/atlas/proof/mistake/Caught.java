package atlas.proof.mistake;

import atlas.proof.gate.Gate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one gate says of the mistakes that it was shown.
 *
 * @param rules that a mistake broke, by mistake
 * @param time that it took
 */
public record Caught(String gate, List<Mistake> mistakes, Map<String, Set<String>> rules, Duration time) {
    public Caught {
        mistakes = List.copyOf(mistakes);
        rules = new TreeMap<>(rules);
    }

    static Caught by(Gate gate, List<Mistake> mistakes, Map<String, Set<String>> rules, long begun) {
        return new Caught(gate.name(), mistakes, rules, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** How many it catches. */
    public int count() {
        return (int) rules.values().stream().filter(broken -> !broken.isEmpty()).count();
    }

    /** Where it says something else than it is said to: a line each. */
    public List<String> otherwise() {
        return mistakes.stream()
                .filter(mistake -> !said(mistake).equals(rules.get(mistake.id())))
                .map(mistake -> "%s: of %s %s says %s, and should say %s"
                        .formatted(
                                mistake.id(),
                                mistake.breaks(),
                                gate,
                                listed(rules.get(mistake.id())),
                                listed(said(mistake))))
                .toList();
    }

    private Set<String> said(Mistake mistake) {
        return new TreeSet<>(mistake.caught().getOrDefault(gate, List.of()));
    }

    private static String listed(Set<String> rules) {
        return rules.isEmpty() ? "nothing" : String.join(", ", rules);
    }
}
