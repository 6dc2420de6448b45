package atlas.compare.template;

/** A template does not say what has to be known, or says it in a way that nobody can reckon with. The message is the reason. */
public final class LeftOpen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LeftOpen(String message) {
        super(message);
    }
}
