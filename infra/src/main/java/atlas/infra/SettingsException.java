package atlas.infra;

/**
 * A setting that cannot be used. The message is one line for the person at the terminal, with the remedy in it; cdk.json can
 * hold line ends in keys and values, and they are told as spaces.
 */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message.replaceAll("\\s+", " "));
    }
}
