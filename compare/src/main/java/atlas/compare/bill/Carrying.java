package atlas.compare.bill;

import atlas.compare.capacity.Compute;
import atlas.compare.capacity.Function;
import atlas.compare.capacity.LoadBalancers;
import atlas.compare.capacity.RequestPath;
import atlas.compare.capacity.RequestPath.Source;
import atlas.compare.capacity.StaticSite;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a set-up can carry a workload at all. Hard limits hold in any case; maxima, throttles and quotas do until they are
 * raised. Sources of the limits: docs/limits.md.
 */
final class Carrying {
    private static final BigDecimal FUNCTION_BYTES = BigDecimal.valueOf(6_000_000);
    private static final BigDecimal FUNCTION_BEHIND_BALANCER_BYTES = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal API_BYTES = BigDecimal.valueOf(10_000_000);
    private static final BigDecimal HTTP_API_MILLIS = BigDecimal.valueOf(30_000);
    private static final BigDecimal REST_API_MILLIS = BigDecimal.valueOf(29_000);
    private static final BigDecimal APP_RUNNER_MILLIS = BigDecimal.valueOf(120_000);
    private static final BigDecimal IDLE_SECONDS = BigDecimal.valueOf(60);
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
    private static final String HTTP_API = "AWS::ApiGatewayV2::Api";
    private static final String REST_API = "AWS::ApiGateway::RestApi";
    private static final String LOAD_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";

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
            return List.of(
                    StaticSite.in(setUp, path).isEmpty()
                            ? "nothing in it answers requests"
                            : "it serves files, and computes no answer");
        }
        if (path.source() == Source.CLOCK) {
            return List.of("it is started by the clock, not by requests");
        }
        path.servers().forEach(this::hard);
        if (!terms.raised()) {
            Quotas quotas = new Quotas(setUp, path, terms.workload(), peak());
            path.servers().forEach(server -> refusals.addAll(quotas.of(server)));
            refusals.addAll(quotas.ofTheFronts());
        }
        return refusals;
    }

    private void hard(Compute compute) {
        Workload workload = terms.workload();
        BigDecimal duration = compute.durationMillis(workload);
        if (compute instanceof Function function) {
            refuseAbove(
                    duration,
                    BigDecimal.valueOf(function.timeoutSeconds()).multiply(MILLIS),
                    "a request takes %s ms, and its function is ended after %s");
            refuseAbove(
                    workload.responseBytes(), FUNCTION_BYTES, "an answer has %s bytes, and a function's %s at most");
        }
        if (compute.resource().is("AWS::AppRunner::Service")) {
            refuseAbove(duration, APP_RUNNER_MILLIS, "a request takes %s ms, and App Runner waits for %s");
        }
        apis(duration);
        loadBalancers(compute, duration);
    }

    private void apis(BigDecimal duration) {
        if (path.passes(HTTP_API)) {
            refuseAbove(duration, HTTP_API_MILLIS, "a request takes %s ms, and an HTTP API waits for %s");
        }
        if (path.passes(REST_API)) {
            refuseAbove(duration, REST_API_MILLIS, "a request takes %s ms, and a REST API waits for %s");
        }
        if (path.passes(HTTP_API) || path.passes(REST_API)) {
            refuseAbove(
                    terms.workload().responseBytes(),
                    API_BYTES,
                    "an answer has %s bytes, and API Gateway's %s at most");
        }
    }

    private void loadBalancers(Compute compute, BigDecimal duration) {
        path.fronts().stream()
                .filter(front -> front.is(LOAD_BALANCER))
                .map(balancer -> LoadBalancers.attribute(balancer, "idle_timeout.timeout_seconds")
                        .flatMap(Value::number)
                        .orElse(IDLE_SECONDS))
                .reduce(BigDecimal::min)
                .ifPresent(seconds -> refuseAbove(
                        duration, seconds.multiply(MILLIS), "a request takes %s ms, and a load balancer waits for %s"));
        if (compute instanceof Function && path.passes(LOAD_BALANCER)) {
            refuseAbove(
                    terms.workload().responseBytes(),
                    FUNCTION_BEHIND_BALANCER_BYTES,
                    "an answer has %s bytes, and a function's behind a load balancer %s at most");
        }
    }

    private void refuseAbove(BigDecimal value, BigDecimal limit, String message) {
        String refusal = message.formatted(written(value), written(limit));
        if (value.compareTo(limit) > 0 && !refusals.contains(refusal)) {
            refusals.add(refusal);
        }
    }

    /** To the last byte: else a value just above its limit would look like it. */
    private static String written(BigDecimal number) {
        return number.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /** In the hours in which something runs, which all requests fall into. */
    private BigDecimal peak() {
        return terms.workload().peakRequestsPerSecond().divide(terms.running().share(), MathContext.DECIMAL64);
    }
}
