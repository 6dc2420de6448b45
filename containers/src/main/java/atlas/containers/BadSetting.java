package atlas.containers;

/** An environment variable that cannot be used. The message says which, what it holds, and what it may hold. */
final class BadSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadSetting(String message) {
        super(message);
    }
}
