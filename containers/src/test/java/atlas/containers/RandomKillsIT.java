package atlas.containers;

import atlas.adapters.LocalAws;
import atlas.adapters.Wire;
import atlas.app.Poster;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two servers share the work on many posters, and again and again one of them gets a SIGKILL and another takes its place. */
@ExtendWith(LocalAws.Shared.class)
class RandomKillsIT {
    private static final long SEED = Long.getLong("atlas.kills.seed", 1);
    private static final int KILLS = Integer.getInteger("atlas.kills", 6);
    private static final int POSTERS_A_KILL = 6;
    private static final int SERVERS = 2;
    /** By then most of the posters before it are done. */
    private static final Duration LONGEST_LIFE = Duration.ofMillis(400);

    private final Random random = new Random(SEED);
    private final List<ServerProcess> servers = new ArrayList<>();

    @Test
    void loseNothingAndDoubleNothing(LocalAws aws) throws Exception {
        var stores = new SharedStores(aws);
        int ordered = 0;
        try (Wire wire = aws.newWire()) {
            for (int i = 0; i < SERVERS; i++) {
                servers.add(stores.startServer(wire));
            }
            for (int i = 0; i < KILLS; i++) {
                for (int end = ordered + POSTERS_A_KILL; ordered < end; ordered++) {
                    order(ordered);
                }
                TimeUnit.NANOSECONDS.sleep(random.nextLong(LONGEST_LIFE.toNanos()));
                awaitNobodysLastChance(stores);
                int victim = random.nextInt(SERVERS);
                servers.get(victim).kill();
                servers.set(victim, stores.startServer(wire));
            }
            stores.requireDone(ordered);
        } finally {
            servers.forEach(ServerProcess::close);
        }
    }

    /** At the one server or the other; each is alive when it is asked. */
    private void order(int number) throws IOException {
        var poster = new Poster(6, number % 60, number / 60, 1 + random.nextInt(3), 1 + random.nextInt(3), 500);
        SharedStores.order(servers.get(random.nextInt(SERVERS)), poster, "order-" + number);
    }

    /** A poster is given up when three workers died of it, as it may be its fault: so nobody dies at the third attempt. */
    private static void awaitNobodysLastChance(SharedStores stores) throws Exception {
        Await.until("the third attempts to end", () -> stores.jobs().stream()
                .filter(job -> job.get("state").s().equals("RUNNING"))
                .allMatch(job -> SharedStores.number(job, "attempt") < 3));
    }
}
