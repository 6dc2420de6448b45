package atlas.compare.measure.here;

/** A way of running the app needs something that this machine does not have. The message says what, and how to get it. */
final class Absent extends Exception {
    private static final long serialVersionUID = 1L;

    Absent(String message) {
        super(message);
    }
}
