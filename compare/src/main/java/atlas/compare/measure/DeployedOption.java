package atlas.compare.measure;

import java.util.List;
import java.util.Objects;

/**
 * An option as it answered from AWS, network included.
 *
 * @param url where it was asked, from the CDK's outputs
 * @param render at several iteration counts
 * @param responseBytes of a tile's PNG, the median
 */
public record DeployedOption(
        String id, String url, App app, Latency latency, List<RenderTime> render, long responseBytes) {
    public DeployedOption {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(latency, "latency");
        render = List.copyOf(render);
        Figures.refuseNegative(responseBytes);
    }
}
