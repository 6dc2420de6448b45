package atlas.app;

/** A value that no request may carry. The message is fit to be shown to whoever sent it. */
public final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    public InvalidInput(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The name of the value that is wrong, as the requester writes it. */
    public String field() {
        return field;
    }

    static void requireRange(String field, int value, int min, int max) {
        if (value < min || value > max) {
            throw new InvalidInput(field, "%s must be %d to %d, got %d".formatted(field, min, max, value));
        }
    }
}
