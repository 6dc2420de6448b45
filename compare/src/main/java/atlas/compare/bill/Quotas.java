package atlas.compare.bill;

import atlas.compare.capacity.Compute;
import atlas.compare.capacity.Fleet;
import atlas.compare.capacity.Function;
import atlas.compare.capacity.Machine.Task;
import atlas.compare.capacity.RequestPath;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody can raise: maxima and throttles in the template, and what AWS gives an account until it is asked. */
final class Quotas {
    /** Of a new account it is 10 until AWS raises it. */
    private static final int FUNCTION_CONCURRENCY = 1000;

    private static final int CALLS_A_SECOND_AND_ENVIRONMENT = 10;
    private static final BigDecimal FARGATE_VCPU = BigDecimal.valueOf(6);
    private static final BigDecimal API_REQUESTS = BigDecimal.valueOf(10_000);
    private static final String HTTP_API = "AWS::ApiGatewayV2::Api";
    private static final String REST_API = "AWS::ApiGateway::RestApi";

    private final SetUp setUp;
    private final RequestPath path;
    private final Workload workload;
    private final BigDecimal peak;

    Quotas(SetUp setUp, RequestPath path, Workload workload, BigDecimal peak) {
        this.setUp = setUp;
        this.path = path;
        this.workload = workload;
        this.peak = peak;
    }

    List<String> of(Compute compute) {
        BigDecimal rate = peak.divide(BigDecimal.valueOf(path.servers().size()), MathContext.DECIMAL64);
        int units = compute.units(workload, rate);
        return compute instanceof Function function ? of(function, units, rate) : of((Fleet) compute, units);
    }

    private static List<String> of(Fleet fleet, int units) {
        List<String> refusals = new ArrayList<>();
        if (fleet.max().isPresent() && units > Math.max(fleet.max().getAsInt(), fleet.min())) {
            refusals.add("it needs %d %ss, and the template allows %d"
                    .formatted(units, fleet.unit(), fleet.max().getAsInt()));
        }
        BigDecimal vcpu = fleet.vcpu().multiply(BigDecimal.valueOf(units));
        if (fleet.shares().get(0).machine() instanceof Task && vcpu.compareTo(FARGATE_VCPU) > 0) {
            refusals.add("it needs %s vCPU on Fargate, and the default quota is %s"
                    .formatted(Quantity.written(vcpu), FARGATE_VCPU));
        }
        return refusals;
    }

    private static List<String> of(Function function, int units, BigDecimal rate) {
        boolean isReserved = function.reserved().isPresent();
        int most = function.reserved().orElse(FUNCTION_CONCURRENCY);
        String whose = isReserved ? "the template reserves" : "the default quota is";
        if (units > most) {
            return List.of("it needs %d environments at once, and %s %d".formatted(units, whose, most));
        }
        BigDecimal calls = BigDecimal.valueOf(most).multiply(BigDecimal.valueOf(CALLS_A_SECOND_AND_ENVIRONMENT));
        return rate.compareTo(calls) <= 0
                ? List.of()
                : List.of("its function is called %s times a second, and %s %d environments, which is %s calls"
                        .formatted(Quantity.written(rate), whose, most, Quantity.written(calls)));
    }

    List<String> ofTheFronts() {
        List<String> refusals = new ArrayList<>();
        for (Resource front : path.fronts()) {
            throttle(front)
                    .filter(limit -> asked(front).compareTo(limit) > 0)
                    .ifPresent(limit -> refusals.add("it is asked %s times a second, and its API lets %s through"
                            .formatted(Quantity.written(asked(front)), Quantity.written(limit))));
        }
        boolean hasApi = path.passes(HTTP_API) || path.passes(REST_API);
        if (hasApi && peak.compareTo(API_REQUESTS) > 0) {
            refusals.add("it is asked %s times a second, and the default quota of API Gateway is %s"
                    .formatted(Quantity.written(peak), Quantity.written(API_REQUESTS)));
        }
        return refusals;
    }

    private BigDecimal asked(Resource front) {
        return peak.multiply(path.share(front));
    }

    private Optional<BigDecimal> throttle(Resource api) {
        Stream<Value> http = setUp.resources("AWS::ApiGatewayV2::Stage")
                .filter(stage -> stage.at("ApiId").references().contains(api.name()))
                .map(stage -> stage.at("DefaultRouteSettings", "ThrottlingRateLimit"));
        Stream<Value> rest = setUp.resources("AWS::ApiGateway::Stage")
                .filter(stage -> stage.at("RestApiId").references().contains(api.name()))
                .flatMap(stage -> stage.at("MethodSettings").items().stream())
                .map(settings -> settings.at("ThrottlingRateLimit"));
        return Stream.concat(http, rest)
                .flatMap(limit -> limit.number().stream())
                .reduce(BigDecimal::min);
    }
}
