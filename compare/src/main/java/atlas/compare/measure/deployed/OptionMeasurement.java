package atlas.compare.measure.deployed;

import atlas.compare.measure.App;
import atlas.compare.measure.Conditions;
import atlas.compare.measure.DeployedOption;
import atlas.compare.measure.RenderTime;
import atlas.compare.measure.TileMix;
import atlas.compare.measure.load.HttpTiles;
import atlas.compare.measure.load.Load;
import atlas.compare.measure.load.Observation;
import atlas.compare.measure.load.Scrutiny;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Takes the figures of one deployed option. */
final class OptionMeasurement {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Requests in flight. */
    private static final int CONNECTIONS = 16;

    private final String id;
    private final URI url;
    private final DeployedPlan plan;
    private final HttpTiles http;
    private final Scrutiny scrutiny;
    private final TileMix mix;

    OptionMeasurement(String id, DeployedPlan plan) {
        this.id = id;
        this.url = plan.targets().get(id);
        this.plan = plan;
        this.http = new HttpTiles(url);
        this.scrutiny = new Scrutiny(id);
        this.mix = new TileMix(plan.conditions().seed());
    }

    /**
     * @throws IOException if it does not answer as the app does
     * @throws Voided if another does, or a cache, or too many requests are refused
     */
    DeployedOption measure() throws IOException, Voided, InterruptedException {
        Conditions conditions = plan.conditions();
        App app = app();
        ask(1, DeployedPlan.WARM_UP_TILES, conditions.iterations());
        Observation seen = ask(CONNECTIONS, conditions.requests(), conditions.iterations());
        List<RenderTime> render = new ArrayList<>(List.of(renderTime(seen, conditions.iterations())));
        for (int iterations : plan.furtherIterations()) {
            render.add(renderTime(ask(1, DeployedPlan.RENDER_TILES, iterations), iterations));
        }
        return new DeployedOption(id, url.toString(), app, seen.latency(conditions), render, seen.medianBytes());
    }

    private App app() throws IOException, Voided, InterruptedException {
        HttpResponse<String> response = first();
        if (response.statusCode() != 200) {
            throw new IOException("GET %s was answered with %d%s"
                    .formatted(
                            url,
                            response.statusCode(),
                            response.statusCode() == 403 ? "; allowCidr keeps others out" : ""));
        }
        App app = parse(response.body());
        if (!app.option().equals(id)) {
            throw new Voided("another option answers at %s: %s".formatted(url, app.option()));
        }
        return app;
    }

    private HttpResponse<String> first() throws IOException, InterruptedException {
        try {
            return http.text("");
        } catch (IOException unreachable) {
            // some of the JDK's, such as for a refused connection, have no message
            throw new IOException("it cannot be reached: "
                    + Objects.requireNonNullElse(
                            unreachable.getMessage(), unreachable.getClass().getSimpleName()));
        }
    }

    private App parse(String body) throws IOException {
        try {
            return MAPPER.readValue(body, App.class);
        } catch (JsonProcessingException other) {
            throw new IOException("something else than the app answers at " + url);
        }
    }

    private Observation ask(int threads, int tiles, int iterations) throws Voided, InterruptedException {
        Observation seen = new Load(http, scrutiny, threads)
                .atRate(mix.next(tiles, iterations), plan.conditions().requestsPerSecond());
        if (seen.objection().isPresent()) {
            throw new Voided(seen.objection().get());
        }
        return seen;
    }

    private static RenderTime renderTime(Observation seen, int iterations) {
        return new RenderTime(iterations, (int) seen.tiles(), seen.medianRenderMillis());
    }
}
