package atlas.compare.bill.meter;

import atlas.compare.bill.Tally;
import atlas.compare.capacity.Function;
import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The capacity units that a load balancer uses, which are the largest of several measures. Source of the measures:
 * elasticloadbalancing pricing page by way of dated copies of the price list; the ones for Lambda targets and for network
 * load balancers are recalled, not read.
 */
final class LoadBalancerUnits {
    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal GIGABYTES_TO_FUNCTIONS = new BigDecimal("0.4");
    private static final int FREE_RULES = 10;
    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

    /** Units for one request a second, by measure. */
    private final Map<String, BigDecimal> measures = new LinkedHashMap<>();

    private LoadBalancerUnits() {}

    /** Each request is taken as a connection of its own, which is the most there can be. */
    static LoadBalancerUnits application(Resource balancer, Tally tally) {
        boolean toFunctions = tally.usage().path().servers().stream().anyMatch(Function.class::isInstance);
        LoadBalancerUnits units = new LoadBalancerUnits();
        units.measure("new connections", BigDecimal.ONE, 25);
        units.measure("active connections", active(tally), 3000);
        units.measure("bytes", gigabytesAnHour(tally), toFunctions ? GIGABYTES_TO_FUNCTIONS : BigDecimal.ONE);
        units.measure("rules", BigDecimal.valueOf(Math.max(0, rules(balancer, tally) - FREE_RULES)), 1000);
        return units;
    }

    static LoadBalancerUnits network(Resource balancer, Tally tally) {
        boolean endsTls = listeners(balancer, tally)
                .anyMatch(listener -> listener.at("Protocol").is("TLS"));
        LoadBalancerUnits units = new LoadBalancerUnits();
        units.measure("new connections", BigDecimal.ONE, endsTls ? 50 : 800);
        units.measure("active connections", active(tally), endsTls ? 3000 : 100_000);
        units.measure("bytes", gigabytesAnHour(tally), BigDecimal.ONE);
        return units;
    }

    private void measure(String name, BigDecimal ofOneRequest, long aUnit) {
        measure(name, ofOneRequest, BigDecimal.valueOf(aUnit));
    }

    private void measure(String name, BigDecimal ofOneRequest, BigDecimal aUnit) {
        measures.put(name, ofOneRequest.divide(aUnit, MathContext.DECIMAL64));
    }

    private static BigDecimal gigabytesAnHour(Tally tally) {
        return tally.usage()
                .workload()
                .responseBytes()
                .multiply(SECONDS_AN_HOUR)
                .divide(GIGABYTE, MathContext.DECIMAL64);
    }

    /** Open at once, in AWS's own example too: one a second that lasts two minutes makes 120. */
    private static BigDecimal active(Tally tally) {
        return tally.usage().path().servers().stream()
                .map(server -> server.durationMillis(tally.usage().workload()))
                .reduce(BigDecimal.ZERO, BigDecimal::max)
                .divide(MILLIS, MathContext.DECIMAL64);
    }

    private static Stream<Resource> listeners(Resource balancer, Tally tally) {
        return tally.setUp()
                .resources("AWS::ElasticLoadBalancingV2::Listener")
                .filter(listener -> listener.at("LoadBalancerArn").references().contains(balancer.name()));
    }

    private static long rules(Resource balancer, Tally tally) {
        List<Reference> listeners =
                listeners(balancer, tally).map(Resource::name).toList();
        return tally.setUp()
                .resources("AWS::ElasticLoadBalancingV2::ListenerRule")
                .filter(rule -> rule.at("ListenerArn").references().stream().anyMatch(listeners::contains))
                .count();
    }

    BigDecimal at(BigDecimal requestsPerSecond) {
        return requestsPerSecond.multiply(measures.values().stream().reduce(BigDecimal.ZERO, BigDecimal::max));
    }

    /** The measure that decides. All grow with the rate alike, so it is the same one at every rate. */
    String largest() {
        return measures.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }
}
