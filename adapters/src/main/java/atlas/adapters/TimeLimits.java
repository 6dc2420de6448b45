package atlas.adapters;

import java.time.Duration;

/**
 * How long a call to AWS may take.
 *
 * @param connect to a connection
 * @param attempt one try, from sending the request to the end of its answer
 * @param call all tries of one call and the pauses between them
 */
record TimeLimits(Duration connect, Duration attempt, Duration call) {
    /** Three tries of a whole poster on a slow day, and an answer, if only a failure, before API Gateway's 30 s are over. */
    static final TimeLimits STANDARD =
            new TimeLimits(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20));

    /** The same for a call that the service itself may hold back for {@code held}. */
    TimeLimits plus(Duration held) {
        return new TimeLimits(connect, attempt.plus(held), call.plus(held));
    }
}
