package atlas.compare.measure.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.Tile;
import atlas.compare.measure.Conditions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** In a time that passes only when somebody works or waits. */
class LoadTest {
    private static final long MILLI = 1_000_000;
    private static final Tile TILE = new Tile(0, 0, 0, 256);
    private static final Answer PNG =
            new Answer(200, Map.of("Content-Type", "image/png", "X-Compute-Option", "local"), 100);
    private static final Answer REFUSED = new Answer(503, Map.of("X-Compute-Option", "local"), 0);

    private final AtomicLong now = new AtomicLong();
    private final Ticker ticker = new Ticker() {
        @Override
        public long nanos() {
            return now.get();
        }

        @Override
        public void await(long nanos) {
            now.accumulateAndGet(nanos, Math::max);
        }
    };

    /** A request that comes while another is in work waits for it, and the wait is part of its time. */
    @Property(tries = 200)
    void countsFromWhenARequestWasDue(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 200) Integer> workMillis,
            @ForAll @IntRange(min = 1, max = 100) int perSecond)
            throws InterruptedException {
        now.set(0);
        List<Double> expected = new ArrayList<>();
        double free = 0;
        for (int i = 0; i < workMillis.size(); i++) {
            double due = i * 1_000.0 / perSecond;
            free = Math.max(due, free) + workMillis.get(i);
            expected.add(free - due);
        }
        Collections.sort(expected);
        var next = new AtomicInteger();

        Observation seen = load(tile -> {
                    now.addAndGet(workMillis.get(next.getAndIncrement()) * MILLI);
                    return PNG;
                })
                .atRate(tiles(workMillis.size()), perSecond);

        var latency = seen.latency(new Conditions(perSecond, 1, 256, 1));
        assertEquals(workMillis.size(), seen.tiles());
        near(expected.get(expected.size() - 1), latency.maxMillis());
        near(expected.get((int) Math.ceil(expected.size() * 0.9) - 1), latency.p90Millis());
    }

    @Test
    void asksForTheNextAtOnceWhenFlatOut() throws InterruptedException {
        Observation seen = load(tile -> {
                    now.addAndGet(5 * MILLI);
                    return PNG;
                })
                .flatOut(tiles(40));

        assertEquals(40, seen.tiles());
        assertEquals(0.2, seen.seconds());
    }

    @Test
    void leavesFailuresOutOfTheTimes() throws InterruptedException {
        var next = new AtomicInteger();

        Observation seen = load(tile -> {
                    boolean first = next.getAndIncrement() == 0;
                    now.addAndGet(first ? 900 * MILLI : MILLI);
                    return first ? REFUSED : PNG;
                })
                .atRate(tiles(20), 1);

        var latency = seen.latency(new Conditions(1, 20, 256, 1));
        assertEquals(20, latency.requests());
        assertEquals(1, latency.failed());
        assertEquals("1 x 503", seen.failures());
        near(1, latency.maxMillis());
    }

    @Test
    void endsWhenTooManyFail() throws InterruptedException {
        var asked = new AtomicInteger();

        Observation seen = load(tile -> {
                    if (asked.incrementAndGet() % 2 == 0) {
                        throw new IOException("reset");
                    }
                    return REFUSED;
                })
                .atRate(tiles(100), 10);

        assertEquals(
                Optional.of("11 of 11 requests were not answered with a tile (6 x 503, 5 x no answer)"),
                seen.objection());
        assertEquals(11, asked.get());
    }

    @Test
    void endsAtTheFirstAnswerThatIsNotTheOptionsOwn() throws InterruptedException {
        var asked = new AtomicInteger();

        Observation seen = load(tile -> asked.incrementAndGet() < 3
                        ? PNG
                        : new Answer(200, Map.of("Content-Type", "image/png", "X-Cache", "Hit from cloudfront"), 100))
                .atRate(tiles(100), 10);

        assertEquals(
                Optional.of(
                        "an answer came from a cache (X-Cache: Hit from cloudfront), and a cache is not the option"),
                seen.objection());
        assertEquals(3, asked.get());
    }

    /** A source that is far behind is not asked for ever. */
    @Test
    void givesUpHalfAMinuteAfterTheLastWasDue() throws InterruptedException {
        Observation seen = load(tile -> {
                    now.addAndGet(10_000 * MILLI);
                    return PNG;
                })
                .atRate(tiles(10), 10);

        assertEquals(4, seen.tiles());
        assertEquals("6 x not asked for, as it was too late", seen.failures());
    }

    private Load load(TileSource source) {
        return new Load(source, new Scrutiny("local"), 1, ticker);
    }

    private static List<Tile> tiles(int count) {
        return Collections.nCopies(count, TILE);
    }

    /** The histogram keeps three digits, figures a hundredth. */
    private static void near(double expected, double found) {
        assertTrue(
                Math.abs(found - expected) <= 0.02 + expected / 500, "expected %s, got %s".formatted(expected, found));
    }
}
