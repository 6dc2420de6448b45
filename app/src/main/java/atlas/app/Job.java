package atlas.app;

import java.time.Instant;

/**
 * A poster that somebody asked for.
 *
 * @param id what the requester polls, 8 to 64 characters of {@code [A-Za-z0-9_-]}
 * @param attempt how often a worker has claimed it, 0 while queued for the first time
 * @param leaseEnd until when the worker of this attempt holds it; meaningful while running
 * @param reason why it failed; empty unless failed
 */
public record Job(
        String id, Poster poster, State state, int attempt, Instant createdAt, Instant leaseEnd, String reason) {
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    /** A job nobody has worked on yet. */
    public static Job queued(String id, Poster poster, Instant createdAt) {
        return new Job(id, poster, State.QUEUED, 0, createdAt, Instant.EPOCH, "");
    }

    public boolean isFinished() {
        return state == State.DONE || state == State.FAILED;
    }

    /** Where its image is kept once done. */
    public String imageKey() {
        return "posters/" + id + ".png";
    }
}
