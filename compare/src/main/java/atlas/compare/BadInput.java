package atlas.compare;

/** Something that was given cannot be used: a file, a name, a number. The message says which, and what to give instead. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInput(String message) {
        super(message);
    }
}
