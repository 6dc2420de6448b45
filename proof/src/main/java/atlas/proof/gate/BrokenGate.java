package atlas.proof.gate;

/** A gate began and came to no judgement: its program failed, or said what nobody understands. The message tells what it said. */
public final class BrokenGate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenGate(String message) {
        super(message);
    }
}
