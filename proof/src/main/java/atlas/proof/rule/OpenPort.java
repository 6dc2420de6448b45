package atlas.proof.rule;

import atlas.compare.template.Reference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A load balancer reaches its targets only if its group lets requests out and theirs let them in, on the port they listen at. */
final class OpenPort implements Rule {
    /** Elastic Load Balancing API Reference, CreateTargetGroup. */
    private static final Set<String> OVER_TCP = Set.of("HTTP", "HTTPS", "TCP", "TLS", "TCP_UDP");

    @Override
    public String id() {
        return "port-open-to-targets";
    }

    @Override
    public String remedy() {
        return "let the load balancer's group out to the targets' group, and in there, on the targets' port";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return Targets.in(deployment).stream()
                .filter(OpenPort::isOverTcp)
                .flatMap(target -> breach(target, deployment).stream());
    }

    private static boolean isOverTcp(Targets target) {
        return Known.text(target.targetGroup().at("Protocol"), "HTTP")
                .filter(OVER_TCP::contains)
                .isPresent();
    }

    private static Optional<Breach> breach(Targets target, Deployment deployment) {
        List<Reference> callers = Doors.named(target.balancer().at("SecurityGroups"));
        if (callers.isEmpty()) {
            return Optional.empty(); // it is a Network Load Balancer, or has one that nobody knows here
        }
        Doors in = Doors.in(deployment);
        Doors out = Doors.out(deployment);
        boolean isLetIn =
                target.groups().stream().anyMatch(group -> in.open(group, callers, target.fromPort(), target.toPort()));
        boolean isLetOut = callers.stream()
                .anyMatch(group ->
                        out.hasNone(group) || out.open(group, target.groups(), target.fromPort(), target.toPort()));
        if (isLetIn && isLetOut) {
            return Optional.empty();
        }
        return Optional.of(Breach.of(
                target.runs(),
                "%s cannot reach it: no security group %s on port %s",
                target.balancer().name(),
                isLetIn ? "lets requests out to it" : "of its own lets requests in",
                target.ports()));
    }
}
