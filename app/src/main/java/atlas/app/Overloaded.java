package atlas.app;

/** All threads that render are at work and no more requests may wait for one: try again, or ask another instance. */
public final class Overloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without a stack trace: being refused must cost next to nothing. */
    public Overloaded() {
        super("all workers are busy", null, false, false);
    }
}
