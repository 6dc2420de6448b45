package atlas.proof.rule;

import atlas.compare.template.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/** A health check has to be over before the next one begins. */
final class HealthCheckTiming implements Rule {
    /** Elastic Load Balancing API Reference, CreateTargetGroup. */
    private static final int DEFAULT_TIMEOUT = 5;

    private static final int DEFAULT_INTERVAL = 30;

    @Override
    public String id() {
        return "health-check-timing";
    }

    @Override
    public String remedy() {
        return "set HealthCheckTimeoutSeconds below HealthCheckIntervalSeconds";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment
                .resources("AWS::ElasticLoadBalancingV2::TargetGroup")
                .filter(group -> group.at("Protocol")
                        .text()
                        .filter(protocol -> protocol.startsWith("HTTP"))
                        .isPresent())
                .flatMap(group -> breach(group).stream());
    }

    private static Optional<Breach> breach(Resource group) {
        Optional<Integer> waits = Known.whole(group.at("HealthCheckTimeoutSeconds"), DEFAULT_TIMEOUT);
        Optional<Integer> asks = Known.whole(group.at("HealthCheckIntervalSeconds"), DEFAULT_INTERVAL);
        return waits.isPresent() && asks.isPresent() && waits.get() >= asks.get()
                ? Optional.of(
                        Breach.of(group, "it waits %d s for an answer, and asks every %d s", waits.get(), asks.get()))
                : Optional.empty();
    }
}
