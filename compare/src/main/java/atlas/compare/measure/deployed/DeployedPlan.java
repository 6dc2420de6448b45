package atlas.compare.measure.deployed;

import atlas.app.Tile;
import atlas.compare.BadInput;
import atlas.compare.measure.Conditions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run is about to ask of what is deployed. It stays below what an option can bear: the HTTP API's throttle is 50
 * requests a second for all its functions, and a server option has two units at most.
 *
 * @param targets addresses by option id
 */
public record DeployedPlan(Map<String, URI> targets, Conditions conditions) {
    /** Half of the HTTP API's throttle. */
    public static final int MAX_REQUESTS_PER_SECOND = 25;

    public static final int MAX_SECONDS = 60;
    /**
     * So many iterations times tiles a second keep one vCPU busy, where the option has two: a tile of 1000 iterations takes
     * 40 ms of CPU, measured (docs/measuring.md).
     */
    static final int MAX_ITERATIONS_PER_SECOND = 25_000;

    /** Tiles before the count begins, which open connections and wake what sleeps. */
    static final int WARM_UP_TILES = 5;
    /** At each further iteration count, to learn how long a tile is drawn. */
    static final int RENDER_TILES = 10;

    private static final List<Integer> ITERATIONS = List.of(Tile.DEFAULT_ITERATIONS, 1000, 4000);

    /**
     * At most so much a tile, in us-east-1: a request of an HTTP API (0.000001) and of Lambda (0.0000002), a quarter of a second
     * of a function of 1,769 MB (0.0000058), 60 kB out at 0.09 a GB (0.0000054); behind CloudFront it is less. Unit prices
     * as in docs/options/lambda-http-api.md.
     */
    private static final BigDecimal USD_A_TILE = new BigDecimal("0.000013");

    /** @throws BadInput if it would keep more than half of an option busy */
    public DeployedPlan {
        int most = MAX_ITERATIONS_PER_SECOND / conditions.iterations();
        if (conditions.requestsPerSecond() > most) {
            throw new BadInput(
                    "--rate %d with --iterations %d would keep more than half of an option busy; try --rate %d"
                            .formatted(conditions.requestsPerSecond(), conditions.iterations(), most));
        }
    }

    /** Iteration counts at which only the rendering is looked at. */
    List<Integer> furtherIterations() {
        return ITERATIONS.stream()
                .filter(count -> count != conditions.iterations())
                .toList();
    }

    /** Of one option, with the question who it is. */
    int requests() {
        return 1 + WARM_UP_TILES + conditions.requests() + furtherIterations().size() * RENDER_TILES;
    }

    /** Of one option, if it keeps up. */
    int seconds() {
        return (int) Math.ceil((double) requests() / conditions.requestsPerSecond());
    }

    /** For whoever is asked to agree. */
    public String text() {
        int width = targets.keySet().stream().mapToInt(String::length).max().orElse(0);
        String list = targets.entrySet().stream()
                .map(target -> ("  %-" + width + "s  %s").formatted(target.getKey(), target.getValue()))
                .collect(Collectors.joining("\n"));
        return """
                About to measure what is deployed, from this machine, one option after the other:
                %s
                Each is asked for %d tiles a second for %d s at %d iterations, and for %d tiles more to warm up and
                at %s iterations: %d requests in about %d s, %d requests in all.
                No cache has these tiles (seed %d). It costs USD %s at most, computed from on-demand prices;
                servers may scale out, and then cost their time.""".formatted(
                        list,
                        conditions.requestsPerSecond(),
                        conditions.seconds(),
                        conditions.iterations(),
                        requests() - 1 - conditions.requests(),
                        furtherIterations().stream().map(String::valueOf).collect(Collectors.joining(" and ")),
                        requests(),
                        seconds(),
                        requests() * targets.size(),
                        conditions.seed(),
                        usd());
    }

    /** Rounded up to a cent. */
    private BigDecimal usd() {
        return USD_A_TILE
                .multiply(BigDecimal.valueOf((long) requests() * targets.size()))
                .setScale(2, RoundingMode.UP);
    }
}
