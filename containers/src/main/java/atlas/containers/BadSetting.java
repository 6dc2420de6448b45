package atlas.containers;

/**
 * An environment variable that cannot be used. The message says in one line which, what it holds, and what it may hold; line
 * ends in it are told as spaces.
 */
final class BadSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadSetting(String message) {
        super(message.replaceAll("\\s+", " "));
    }
}
