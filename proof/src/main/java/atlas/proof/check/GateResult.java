package atlas.proof.check;

import atlas.proof.gate.Gate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of one gate.
 *
 * @param templates how many it judged
 * @param held what it holds against them, acknowledged or not
 * @param skipped why it could not judge, if so
 * @param broken why it came to no judgement, if so
 * @param time that its programs took, one after the other
 */
public record GateResult(
        String gate,
        String version,
        int templates,
        List<Held> held,
        Optional<String> skipped,
        Optional<String> broken,
        Duration time) {
    public GateResult {
        held = List.copyOf(held);
    }

    static GateResult judged(Gate gate, int templates, List<Held> held, Duration time) {
        return new GateResult(gate.name(), gate.version(), templates, held, Optional.empty(), Optional.empty(), time);
    }

    static GateResult skipped(Gate gate, String why) {
        return new GateResult(
                gate.name(), gate.version(), 0, List.of(), Optional.of(why), Optional.empty(), Duration.ZERO);
    }

    static GateResult broken(Gate gate, String why, Duration time) {
        return new GateResult(gate.name(), gate.version(), 0, List.of(), Optional.empty(), Optional.of(why), time);
    }

    /** With what it did to other templates. */
    GateResult and(GateResult other) {
        return new GateResult(
                gate,
                version,
                templates + other.templates,
                Stream.concat(held.stream(), other.held.stream()).toList(),
                skipped.or(() -> other.skipped),
                broken.or(() -> other.broken),
                time.plus(other.time));
    }

    /** Whether it came to a judgement on everything. */
    boolean isJudged() {
        return skipped.isEmpty() && broken.isEmpty();
    }
}
