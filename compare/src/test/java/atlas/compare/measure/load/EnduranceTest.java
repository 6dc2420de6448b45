package atlas.compare.measure.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.Tile;
import atlas.compare.measure.Conditions;
import atlas.compare.measure.Latency;
import atlas.compare.measure.TileMix;
import atlas.compare.measure.load.Flood.Ending;
import atlas.compare.measure.load.Growth.Sample;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Minutes with the server that listens at {@code -Datlas.load.url} as process {@code -Datlas.load.pid} of this machine: its
 * peak, four fifths of it for {@code -Datlas.load.seconds}, three times of it, and the moment after. containers/check-load
 * starts a server and this.
 */
@EnabledIfSystemProperty(named = "atlas.load.url", matches = "http://127\\.0\\.0\\.1:\\d+/")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EnduranceTest {
    private static final int ITERATIONS = Tile.DEFAULT_ITERATIONS;
    private static final int CONNECTIONS = 16;
    /** More than the cache of a heap of 154 MiB holds: from then on it does not grow. */
    private static final int CACHED_TILES = 1_200;

    private static final int STEP_SECONDS = 3;
    private static final int FLOOD_SECONDS = 10;
    /** Kept up with is a step of the ramp whose last answer is not later than this after the last request was due. */
    private static final double LATE_SECONDS = 0.5;

    private static final int SAMPLE_SECONDS = 3;
    /** At 60 tiles a second a leak of 600 bytes a tile is as much. */
    private static final double FLAT_MIB_A_MINUTE = 2;

    /** The JVM takes memory of the system in steps: 2.2 MiB once in two minutes, while the heap stayed as it was. */
    private static final double STEP_MIB = 4;

    private static final double QUICK_MEDIAN_MILLIS = 100;
    private static final double QUICK_MILLIS = 1_000;
    private static final double RECOVERED_SECONDS = 5;

    private final TileMix mix = new TileMix(1);
    private final long pid = Long.getLong("atlas.load.pid", 0);
    private final int seconds = Integer.getInteger("atlas.load.seconds", 120);
    private HttpTiles server;
    private Load load;
    private int peak;

    @BeforeAll
    void findThePeak() throws InterruptedException {
        server = new HttpTiles(URI.create(System.getProperty("atlas.load.url")));
        load = new Load(server, new Scrutiny("local"), CONNECTIONS);
        load.flatOut(mix.next(CACHED_TILES, ITERATIONS));
        Observation flatOut = load.flatOut(mix.next(300, ITERATIONS));
        double estimate = flatOut.tiles() / flatOut.seconds();
        for (int tenths = 6; tenths <= 15; tenths++) {
            int perSecond = (int) Math.round(estimate * tenths / 10);
            if (!keepsUp(perSecond) && !keepsUp(perSecond)) {
                break;
            }
            peak = perSecond;
        }
        say("peak %d tiles a second at a fixed rate; %.0f with %d visitors who wait", peak, estimate, CONNECTIONS);
        assertTrue(peak > 0, "it does not keep up with three fifths of what it did before");
    }

    private boolean keepsUp(int perSecond) throws InterruptedException {
        Observation step = load.atRate(mix.next(perSecond * STEP_SECONDS, ITERATIONS), perSecond);
        boolean kept = step.failed() == 0 && step.seconds() < STEP_SECONDS + LATE_SECONDS;
        say("  %d a second for %d s: %s", perSecond, STEP_SECONDS, kept ? "kept up" : "fell behind");
        return kept;
    }

    @Test
    @Order(1)
    void staysAsItIsForMinutesAtFourFifthsOfThePeak() throws Exception {
        int rate = peak * 4 / 5;
        List<Tile> tiles = mix.next(rate * seconds, ITERATIONS);
        var steady = CompletableFuture.supplyAsync(() -> sustain(tiles, rate));
        List<Memory> samples = new ArrayList<>();
        List<Double> minutes = new ArrayList<>();
        long start = System.nanoTime();
        while (!steady.isDone()) {
            askForAllElse();
            samples.add(Memory.of(pid));
            minutes.add((System.nanoTime() - start) / 6e10);
            TimeUnit.SECONDS.sleep(SAMPLE_SECONDS);
        }
        Latency latency = steady.join().latency(new Conditions(rate, Math.min(seconds, 60), ITERATIONS, 1));
        Growth resident = growth(samples, minutes, Memory::resident);
        Growth live = growth(samples, minutes, Memory::live);
        Memory last = samples.get(samples.size() - 1);
        say(
                "%d a second for %d s: %d tiles, %d failed; p50 %.1f ms, p99 %.1f ms, max %.1f ms",
                rate,
                seconds,
                latency.requests() - latency.failed(),
                latency.failed(),
                latency.p50Millis(),
                latency.p99Millis(),
                latency.maxMillis());
        say(
                "  resident %.0f MiB, %+.2f a minute; live heap %.1f MiB, %+.2f a minute (%d samples)",
                last.resident(), resident.perMinute(), last.live(), live.perMinute(), samples.size());
        assertEquals(0, latency.failed());
        assertEquals(tiles.size(), latency.requests());
        assertTrue(live.perMinute() < FLAT_MIB_A_MINUTE, "the live heap grows: " + samples);
        assertTrue(
                resident.perMinute() < FLAT_MIB_A_MINUTE || resident.total() < STEP_MIB,
                "the resident memory grows: " + samples);
    }

    private Observation sustain(List<Tile> tiles, int rate) {
        try {
            return load.atRate(tiles, rate);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is no tile has its own paths through the code, and its own leaks. */
    private void askForAllElse() throws IOException, InterruptedException {
        assertEquals(200, server.text("health").statusCode());
        assertEquals(200, server.text("").statusCode());
        assertEquals(404, server.text("posters/nobody-knows-this-one").statusCode());
        assertEquals(400, server.text("tiles/99/0/0.png").statusCode());
    }

    /** Of the last two thirds: by then the cache is full, and what is compiled is compiled. */
    private static Growth growth(List<Memory> samples, List<Double> minutes, ToDoubleFunction<Memory> value) {
        List<Sample> later = new ArrayList<>();
        for (int i = samples.size() / 3; i < samples.size(); i++) {
            later.add(new Sample(minutes.get(i), value.applyAsDouble(samples.get(i))));
        }
        return Growth.of(later);
    }

    @Test
    @Order(2)
    void refusesQuicklyWhatIsTooMuchAndRecovers() throws Exception {
        int rate = 3 * peak;
        List<Ending> endings = new Flood(server).atRate(mix.next(rate * FLOOD_SECONDS, ITERATIONS), rate);
        double recovered = secondsUntilItIsQuick();
        double median = Flood.percentile(endings, 503, 0.5);
        double almostAll = Flood.percentile(endings, 503, 0.99);
        say("%d a second for %d s: %s", rate, FLOOD_SECONDS, Flood.statuses(endings));
        say(
                "  503 after p50 %.1f ms, p99 %.1f ms; 200 after p99 %.0f ms",
                median, almostAll, Flood.percentile(endings, 200, 0.99));
        say("  %.1f s after it a tile takes less than %.0f ms again", recovered, QUICK_MILLIS / 2);
        assertEquals(Set.of(200, 503), Flood.statuses(endings).keySet());
        assertEquals(
                List.of(),
                endings.stream()
                        .filter(each ->
                                each.status() == 503 && !each.retryAfter().equals("1"))
                        .toList());
        assertTrue(median < QUICK_MEDIAN_MILLIS && almostAll < QUICK_MILLIS, "503 came late");
        assertTrue(recovered < RECOVERED_SECONDS, "it took long to recover");
        Observation after = load.atRate(mix.next(peak / 2 * STEP_SECONDS, ITERATIONS), peak / 2);
        assertEquals(0, after.failed(), after::failures);
    }

    private double secondsUntilItIsQuick() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            long asked = System.nanoTime();
            boolean tile = server.ask(mix.next(1, ITERATIONS).get(0)).isTile();
            long now = System.nanoTime();
            if (tile && now - asked < QUICK_MILLIS / 2 * 1e6) {
                return (now - start) / 1e9;
            }
        }
    }

    private static void say(String line, Object... figures) {
        System.out.println(String.format(Locale.ROOT, line, figures));
    }
}
