package atlas.compare.measure.load;

import atlas.app.Tile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** More requests than can be answered with a tile, at a fixed rate, and what becomes of each. */
final class Flood {
    /** More than a server of the default backlog keeps waiting, and fewer than it has connections. */
    private static final int THREADS = 256;

    private static final double MILLI = 1e6;

    /**
     * @param status of the answer; 0 if there was none
     * @param retryAfter the header of this name; empty for none
     * @param millis from when the request was due until its answer
     */
    record Ending(int status, String retryAfter, double millis) {}

    private final TileSource source;

    Flood(TileSource source) {
        this.source = source;
    }

    List<Ending> atRate(List<Tile> tiles, int perSecond) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Ending>> endings = new ArrayList<>();
        try {
            long start = Ticker.SYSTEM.nanos();
            for (int i = 0; i < tiles.size(); i++) {
                Tile tile = tiles.get(i);
                long due = start + i * 1_000_000_000L / perSecond;
                Ticker.SYSTEM.await(due);
                endings.add(threads.submit(() -> ask(tile, due)));
            }
            List<Ending> all = new ArrayList<>();
            for (Future<Ending> ending : endings) {
                all.add(ending.get());
            }
            return all;
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Ending ask(Tile tile, long due) throws InterruptedException {
        try {
            Answer answer = source.ask(tile);
            return new Ending(
                    answer.status(), answer.header("Retry-After").orElse(""), (Ticker.SYSTEM.nanos() - due) / MILLI);
        } catch (IOException unanswered) {
            return new Ending(0, "", (Ticker.SYSTEM.nanos() - due) / MILLI);
        }
    }

    static Map<Integer, Long> statuses(List<Ending> endings) {
        Map<Integer, Long> counts = new TreeMap<>();
        endings.forEach(ending -> counts.merge(ending.status(), 1L, Long::sum));
        return counts;
    }

    /** In milliseconds, of the answers with {@code status}. */
    static double percentile(List<Ending> endings, int status, double share) {
        double[] millis = endings.stream()
                .filter(ending -> ending.status() == status)
                .mapToDouble(Ending::millis)
                .sorted()
                .toArray();
        return millis[(int) Math.min(millis.length - 1, Math.floor(share * millis.length))];
    }
}
