package atlas.proof.check;

import java.util.List;

/**
 * What all gates say.
 *
 * @param gates in the order of {@link atlas.proof.gate.Gates}
 * @param left findings that are neither fixed nor meant
 * @param unneeded reasons that no finding needs any more
 */
public record CheckResult(List<GateResult> gates, List<Held> left, List<Acknowledgement> unneeded) {
    public boolean isSkipped() {
        return gates.stream().anyMatch(gate -> gate.skipped().isPresent());
    }

    public boolean isBroken() {
        return gates.stream().anyMatch(gate -> gate.broken().isPresent());
    }

    /** Nothing is left to do, as far as was judged. */
    public boolean isClean() {
        return !isBroken() && left.isEmpty() && unneeded.isEmpty();
    }
}
