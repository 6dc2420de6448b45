package atlas.compare.measure;

import java.util.List;
import java.util.Objects;

/**
 * The app as it ran on this machine in one way.
 *
 * @param id {@value #SERVER}, {@value #CONTAINER} or {@value #LAMBDA}
 * @param startedWith the command, without the folders of this machine
 * @param artifact what was run: a jar's file name, or an image's name
 * @param digest of the artifact, as {@code sha256:...}
 * @param residentMiB memory of the process after all requests, as the system counts it
 * @param responseBytes of a tile's PNG, the median
 */
public record LocalTarget(
        String id,
        String startedWith,
        String artifact,
        String digest,
        App app,
        Start start,
        Latency latency,
        Peak peak,
        List<CpuCost> cpu,
        long residentMiB,
        long responseBytes) {
    public static final String SERVER = "server";
    public static final String CONTAINER = "container";
    public static final String LAMBDA = "lambda";
    /** In the order in which they are measured. */
    public static final List<String> IDS = List.of(SERVER, CONTAINER, LAMBDA);

    public LocalTarget {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(startedWith, "startedWith");
        Objects.requireNonNull(artifact, "artifact");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(latency, "latency");
        Objects.requireNonNull(peak, "peak");
        cpu = List.copyOf(cpu);
        Figures.refuseNegative(residentMiB, responseBytes);
    }
}
