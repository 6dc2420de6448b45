package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutageTest {
    /** As AWS refuses: from the same place in the code, and never in the same words. */
    private final List<IllegalStateException> refusals = IntStream.rangeClosed(1, 6)
            .mapToObj(request -> new IllegalStateException("not allowed, request " + request))
            .toList();

    private final IllegalStateException outOfReach = new IllegalStateException("out of reach");
    private final Outage outage = new Outage(Duration.ofSeconds(5), Duration.ofMinutes(1));

    @Test
    void waitsTwiceAsLongEachTimeButAMinuteAtMost() {
        List<Long> pauses = refusals.stream()
                .map(refusal -> {
                    outage.report(refusal);
                    return outage.pause().toSeconds();
                })
                .toList();
        assertEquals(List.of(5L, 10L, 20L, 40L, 60L, 60L), pauses);
    }

    @Test
    void beginsAnewAfterSomethingWorked() {
        outage.report(refusals.get(0));
        outage.report(refusals.get(1));
        outage.end();
        assertTraced(true, refusals.get(2));
        assertEquals(Duration.ofSeconds(5), outage.pause());
    }

    @Test
    void tellsTheReasonAndTheNextTryInALine() {
        outage.report(refusals.get(0));
        assertEquals(
                Map.of(
                        "message", "no poster could be worked on; it stays in the queue, next try in 10 s",
                        "reason", "java.lang.IllegalStateException: not allowed, request 2"),
                outage.report(refusals.get(1)));
    }

    @Test
    void tracesWhatIsNew() {
        assertTraced(true, refusals.get(0));
        assertTraced(false, refusals.get(1));
        assertTraced(true, outOfReach);
        assertTraced(false, refusals.get(2));
        assertTraced(false, outOfReach);
        assertTraced(true, new IllegalStateException("out of reach", refusals.get(0)));
    }

    private void assertTraced(boolean expected, Throwable failure) {
        Map<String, ?> report = outage.report(failure);
        assertEquals(expected, report.containsKey("exception"), report::toString);
    }
}
