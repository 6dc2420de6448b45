package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.adapters.Cut;
import atlas.adapters.LocalAws;
import atlas.adapters.Wire;
import atlas.app.Poster;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The process that is about to make a poster gets a real SIGKILL, once at each step of its way, and another one starts.
 * Bucket, table and queue are of other processes and stay. Each moment has its own, so that all can pass at once.
 */
@ExtendWith(LocalAws.Shared.class)
class KilledServerIT {
    private static final Poster POSTER = new Poster(2, 1, 1, 2, 1, 300);
    private static final int AT_ONCE = 4;

    /** At which request, the server's own, it dies, and whether that is carried out all the same. */
    private enum Moment {
        BEFORE_THE_ROW("dynamodb:PutItem", 1, false),
        AFTER_THE_ROW("dynamodb:PutItem", 1, true),
        BEFORE_THE_MESSAGE("sqs:SendMessage", 1, false),
        AFTER_THE_MESSAGE("sqs:SendMessage", 1, true),
        AFTER_THE_HAND_OVER("sqs:ReceiveMessage", 1, true),
        BEFORE_THE_TAKE("dynamodb:UpdateItem", 1, false),
        AFTER_THE_TAKE("dynamodb:UpdateItem", 1, true),
        BEFORE_THE_STORE("s3:PutObject", 1, false),
        AFTER_THE_STORE("s3:PutObject", 1, true),
        BEFORE_THE_TABLE("dynamodb:UpdateItem", 2, false),
        AFTER_THE_TABLE("dynamodb:UpdateItem", 2, true),
        BEFORE_THE_DELETION("sqs:DeleteMessage", 1, false),
        AFTER_THE_DELETION("sqs:DeleteMessage", 1, true);

        private final String operation;
        private final int nth;
        private final boolean carriedOut;

        Moment(String operation, int nth, boolean carriedOut) {
            this.operation = operation;
            this.nth = nth;
            this.carriedOut = carriedOut;
        }

        void cut(Wire wire, Runnable kill) {
            var cuts = new Cut[nth];
            Arrays.fill(cuts, Cut.NONE);
            cuts[nth - 1] = new Cut(carriedOut, kill);
            wire.cut(operation, cuts);
        }
    }

    private static final Map<Moment, Future<Void>> PASSED = new EnumMap<>(Moment.class);
    private static ExecutorService threads;

    @BeforeAll
    static void letAllPass(LocalAws aws) {
        threads = Executors.newFixedThreadPool(AT_ONCE);
        for (Moment moment : Moment.values()) {
            Callable<Void> death = () -> {
                kill(moment, aws);
                return null;
            };
            PASSED.put(moment, threads.submit(death));
        }
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void losesNothingAndDoublesNothing(Moment moment) throws Exception {
        PASSED.get(moment).get();
    }

    private static void kill(Moment moment, LocalAws aws) throws Exception {
        var stores = new SharedStores(aws);
        String key = moment.name();
        boolean ordered;
        try (Wire wire = aws.newWire()) {
            var victim = new AtomicReference<ServerProcess>();
            var running = new CountDownLatch(1);
            var dead = new CountDownLatch(1);
            moment.cut(wire, () -> {
                await(running);
                victim.get().kill();
                dead.countDown();
            });
            victim.set(stores.startServer(wire));
            running.countDown();
            ordered = order(victim.get(), key);
            assertTrue(dead.await(30, TimeUnit.SECONDS), "it lives on");
        }
        try (Wire wire = aws.newWire();
                ServerProcess survivor = stores.startServer(wire)) {
            if (!ordered) {
                SharedStores.order(survivor, POSTER, key);
            }
            stores.requireDone(1);
        }
        int attempt = SharedStores.number(stores.jobs().get(0), "attempt");
        assertTrue(List.of(1, 2).contains(attempt), () -> "took %d attempts".formatted(attempt));
    }

    /** Who gets no answer to an order repeats it. */
    private static boolean order(ServerProcess server, String key) {
        try {
            SharedStores.order(server, POSTER, key);
            return true;
        } catch (IOException unanswered) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
