package atlas.compare.bill;

import atlas.compare.capacity.Compute;
import atlas.compare.capacity.Fleet;
import atlas.compare.capacity.Function;
import atlas.compare.capacity.RequestPath;
import atlas.compare.capacity.RequestPath.Source;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a set-up can carry a workload at all. Hard limits hold in any case; maxima, throttles and quotas do until they are
 * raised. Sources of the limits: docs/comparing.md.
 */
final class Carrying {
    /** Of a new account it is 10 until AWS raises it. */
    private static final int FUNCTION_CONCURRENCY = 1000;

    private static final BigDecimal FUNCTION_BYTES = BigDecimal.valueOf(6_000_000);
    private static final BigDecimal API_BYTES = BigDecimal.valueOf(10_000_000);
    private static final BigDecimal HTTP_API_MILLIS = BigDecimal.valueOf(30_000);
    private static final BigDecimal REST_API_MILLIS = BigDecimal.valueOf(29_000);
    private static final BigDecimal IDLE_MILLIS = BigDecimal.valueOf(60_000);

    private final SetUp setUp;
    private final RequestPath path;
    private final Terms terms;
    private final List<String> refusals = new ArrayList<>();

    Carrying(SetUp setUp, RequestPath path, Terms terms) {
        this.setUp = setUp;
        this.path = path;
        this.terms = terms;
    }

    /** Empty when it can. */
    List<String> refusals() {
        if (terms.workload().isIdle()) {
            return List.of();
        }
        if (path.servers().isEmpty()) {
            return List.of("nothing in it answers requests");
        }
        if (path.source() == Source.CLOCK) {
            return List.of("it is started by the clock, not by requests");
        }
        path.servers().forEach(this::hard);
        fronts();
        if (!terms.raised()) {
            path.servers().forEach(this::soft);
            throttles();
        }
        return refusals;
    }

    private void hard(Compute compute) {
        Workload workload = terms.workload();
        BigDecimal duration = compute.durationMillis(workload);
        if (compute instanceof Function function) {
            refuseAbove(
                    duration,
                    BigDecimal.valueOf(function.timeoutSeconds() * 1000L),
                    "a request takes %s ms, and its function is ended after %s");
            refuseAbove(
                    workload.responseBytes(), FUNCTION_BYTES, "an answer has %s bytes, and a function's %s at most");
        }
        if (path.passes("AWS::ApiGatewayV2::Api")) {
            refuseAbove(duration, HTTP_API_MILLIS, "a request takes %s ms, and an HTTP API waits for %s");
        }
        if (path.passes("AWS::ApiGateway::RestApi")) {
            refuseAbove(duration, REST_API_MILLIS, "a request takes %s ms, and a REST API waits for %s");
        }
        if (path.passes("AWS::ElasticLoadBalancingV2::LoadBalancer")) {
            refuseAbove(duration, IDLE_MILLIS, "a request takes %s ms, and a load balancer waits for %s");
        }
    }

    private void fronts() {
        if (path.passes("AWS::ApiGatewayV2::Api") || path.passes("AWS::ApiGateway::RestApi")) {
            refuseAbove(
                    terms.workload().responseBytes(),
                    API_BYTES,
                    "an answer has %s bytes, and API Gateway's %s at most");
        }
    }

    private void refuseAbove(BigDecimal value, BigDecimal limit, String message) {
        if (value.compareTo(limit) > 0) {
            refusals.add(message.formatted(Quantity.written(value), Quantity.written(limit)));
        }
    }

    private void soft(Compute compute) {
        BigDecimal rate = peak().divide(BigDecimal.valueOf(path.servers().size()), MathContext.DECIMAL64);
        int units = compute.units(terms.workload(), rate);
        if (compute instanceof Fleet fleet
                && fleet.max().isPresent()
                && units > Math.max(fleet.max().getAsInt(), fleet.min())) {
            refusals.add("it needs %d %ss, and the template allows %d"
                    .formatted(units, fleet.unit(), fleet.max().getAsInt()));
        }
        if (compute instanceof Function function) {
            int most = function.reserved().orElse(FUNCTION_CONCURRENCY);
            if (units > most) {
                refusals.add("it needs %d environments at once, and %s %d"
                        .formatted(
                                units,
                                function.reserved().isPresent() ? "the template reserves" : "the default quota is",
                                most));
            }
        }
    }

    /** In the hours in which something runs, which all requests fall into. */
    private BigDecimal peak() {
        return terms.workload().peakRequestsPerSecond().divide(terms.running().share(), MathContext.DECIMAL64);
    }

    private void throttles() {
        for (Resource front : path.fronts()) {
            setUp.resources("AWS::ApiGatewayV2::Stage")
                    .filter(stage -> stage.at("ApiId").references().contains(front.name()))
                    .flatMap(stage -> stage.at("DefaultRouteSettings", "ThrottlingRateLimit").number().stream())
                    .filter(limit -> peak().compareTo(limit) > 0)
                    .forEach(limit -> refusals.add("it is asked %s times a second, and its API lets %s through"
                            .formatted(Quantity.written(peak()), Quantity.written(limit))));
        }
    }
}
