package atlas.compare.measure.deployed;

/** What was seen of an option is not its own work, so it has no figures. The message says what was seen. */
final class Voided extends Exception {
    private static final long serialVersionUID = 1L;

    Voided(String message) {
        super(message);
    }
}
