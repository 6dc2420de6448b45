package atlas.compare.measure.load;

import atlas.app.Tile;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks a source for tiles, with a fixed number of threads of which each has one request in flight. At a fixed rate each
 * request has a moment at which it is meant to be sent, whatever became of those before it; when all threads wait for
 * answers it is sent later, and its time still counts from that moment. So a source that stalls cannot hide it by keeping
 * the requests away that would have seen it stall.
 */
public final class Load {
    /** So many failures are always borne, and beyond it one in {@value #BORNE_SHARE} requests. */
    private static final int BORNE = 10;

    private static final int BORNE_SHARE = 20;
    /** So long after the last request was meant to be sent, none is sent any more. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long SECOND = 1_000_000_000;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final TileSource source;
    private final Scrutiny scrutiny;
    private final int threads;
    private final Ticker ticker;

    /** @param threads how many requests may be in flight */
    public Load(TileSource source, Scrutiny scrutiny, int threads) {
        this(source, scrutiny, threads, Ticker.SYSTEM);
    }

    Load(TileSource source, Scrutiny scrutiny, int threads, Ticker ticker) {
        this.source = source;
        this.scrutiny = scrutiny;
        this.threads = threads;
        this.ticker = ticker;
    }

    /** One tile after the other is due, so many a second. */
    public Observation atRate(List<Tile> tiles, int perSecond) throws InterruptedException {
        return run(tiles, SECOND / perSecond);
    }

    /** All are due at once: each thread asks for the next as soon as it has one. */
    public Observation flatOut(List<Tile> tiles) throws InterruptedException {
        return run(tiles, 0);
    }

    private Observation run(List<Tile> tiles, long gapNanos) throws InterruptedException {
        var seen = new Observation();
        var next = new AtomicInteger();
        long start = ticker.nanos();
        long cpuBefore = SYSTEM.getProcessCpuTime();
        Callable<Void> worker = () -> {
            for (int i = next.getAndIncrement(); i < tiles.size(); i = next.getAndIncrement()) {
                ticker.await(start + i * gapNanos);
                if (ticker.nanos() - start > tiles.size() * gapNanos + PATIENCE.toNanos()) {
                    seen.failure("not asked for, as it was too late");
                } else {
                    ask(tiles.get(i), start + i * gapNanos, seen);
                }
                if (seen.failed() > Math.max(BORNE, tiles.size() / BORNE_SHARE)) {
                    seen.object("%d of %d requests were not answered with a tile (%s)"
                            .formatted(seen.failed(), seen.failed() + seen.tiles(), seen.failures()));
                }
                if (seen.objection().isPresent()) {
                    break;
                }
            }
            return null;
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads, Load::daemon);
        try {
            for (Future<Void> done : pool.invokeAll(Collections.nCopies(threads, worker))) {
                done.get();
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        } finally {
            pool.shutdownNow();
        }
        seen.lasted(ticker.nanos() - start, SYSTEM.getProcessCpuTime() - cpuBefore);
        return seen;
    }

    private void ask(Tile tile, long due, Observation seen) throws InterruptedException {
        try {
            Answer answer = source.ask(tile);
            long took = ticker.nanos() - due;
            Optional<String> objection = scrutiny.objection(answer);
            objection.ifPresent(seen::object);
            if (answer.isTile()) {
                seen.tile(answer, took);
            } else {
                seen.failure(Integer.toString(answer.status()));
            }
        } catch (HttpTimeoutException late) {
            seen.failure("timed out");
        } catch (IOException unanswered) {
            seen.failure("no answer");
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "load");
        thread.setDaemon(true);
        return thread;
    }
}
