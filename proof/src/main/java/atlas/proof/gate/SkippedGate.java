package atlas.proof.gate;

/** A gate cannot judge here. The message says what is missing and what to type. */
public final class SkippedGate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SkippedGate(String message) {
        super(message);
    }
}
