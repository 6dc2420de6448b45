package atlas.infra;

/** A setting that cannot be used. The message is one line for the person at the terminal, with the remedy in it. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
