package atlas.app;

/** An idempotency key that was used before, for another poster. The message is fit to be shown to whoever sent it. */
public final class IdempotencyConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IdempotencyConflict() {
        super("this idempotency key was used for another poster; send a new key with a new poster");
    }
}
