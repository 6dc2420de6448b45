package atlas.proof.rule;

import atlas.compare.template.Resource;
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
                .filter(group ->
                        seconds(group, "Timeout", DEFAULT_TIMEOUT) >= seconds(group, "Interval", DEFAULT_INTERVAL))
                .map(group -> Breach.of(
                        group,
                        "it waits %d s for an answer, and asks every %d s",
                        seconds(group, "Timeout", DEFAULT_TIMEOUT),
                        seconds(group, "Interval", DEFAULT_INTERVAL)));
    }

    private static int seconds(Resource group, String what, int otherwise) {
        return group.at("HealthCheck" + what + "Seconds").whole().orElse(otherwise);
    }
}
