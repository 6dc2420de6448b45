package atlas.proof.rule;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a load balancer sends requests to.
 *
 * @param runs service, Auto Scaling group, or manifest of pods
 * @param groups its security groups; none where nobody can tell all of them
 * @param fromPort lowest port that it may listen at
 * @param toPort highest
 */
record Targets(
        Resource runs, Resource balancer, Resource targetGroup, List<Reference> groups, int fromPort, int toPort) {
    private static final String MANIFEST = "Custom::AWSCDK-EKS-KubernetesResource";

    /** Where Docker chooses a host port, on the current ECS-optimized AMIs. Amazon ECS Developer Guide, port mappings. */
    private static final int DYNAMIC_FROM = 32_768;

    private static final int DYNAMIC_TO = 60_999;

    /** Those whose load balancer, groups and port the templates tell. */
    static List<Targets> in(Deployment deployment) {
        return Stream.of(
                        deployment.resources("AWS::ECS::Service").flatMap(service -> services(service, deployment)),
                        deployment
                                .resources("AWS::AutoScaling::AutoScalingGroup")
                                .flatMap(group -> machines(group, deployment)),
                        deployment.resources(MANIFEST).flatMap(manifest -> pods(manifest, deployment)))
                .flatMap(all -> all)
                .filter(target -> !target.groups().isEmpty() && target.fromPort() > 0)
                .toList();
    }

    private static Stream<Targets> services(Resource service, Deployment deployment) {
        return service.at("LoadBalancers").items().stream().flatMap(entry -> {
            Optional<Resource> group = deployment.behind(entry.at("TargetGroupArn"));
            Optional<Resource> balancer = group.flatMap(known -> balancer(known, deployment));
            Optional<Resource> task = deployment.behind(service.at("TaskDefinition"));
            if (balancer.isEmpty() || task.isEmpty()) {
                return Stream.empty();
            }
            int port = entry.at("ContainerPort").whole().orElse(0);
            return task.get().at("NetworkMode").is("awsvpc")
                    ? Stream.of(new Targets(
                            service,
                            balancer.get(),
                            group.get(),
                            Doors.named(service.at("NetworkConfiguration", "AwsvpcConfiguration", "SecurityGroups")),
                            port,
                            port))
                    : onHosts(service, balancer.get(), group.get(), Tasks.hostPort(task.get(), entry), deployment);
        });
    }

    private static Stream<Targets> onHosts(
            Resource service, Resource balancer, Resource group, int hostPort, Deployment deployment) {
        return Capacity.machines(service, deployment)
                .map(machines -> new Targets(
                        service,
                        balancer,
                        group,
                        groups(machines, deployment),
                        hostPort == 0 ? DYNAMIC_FROM : hostPort,
                        hostPort == 0 ? DYNAMIC_TO : hostPort));
    }

    private static Stream<Targets> machines(Resource machines, Deployment deployment) {
        return machines.at("TargetGroupARNs").items().stream()
                .flatMap(arn -> deployment.behind(arn).stream())
                .flatMap(group -> onPort(machines, group, groups(machines, deployment), deployment));
    }

    private static List<Reference> groups(Resource machines, Deployment deployment) {
        return Machines.launchTemplate(machines, deployment)
                .map(template -> Doors.named(template.at("LaunchTemplateData", "SecurityGroupIds")))
                .orElse(List.of());
    }

    /** Pods wear their cluster's group. Where a binding has a part "networking", the controller opens it by itself. */
    private static Stream<Targets> pods(Resource manifest, Deployment deployment) {
        String text = manifest.at("Manifest").toString().replace("\\", "");
        if (!text.contains("TargetGroupBinding") || text.contains("\"networking\":")) {
            return Stream.empty();
        }
        Optional<Resource> cluster = deployment.behind(manifest.at("ClusterName"), "AWS::EKS::Cluster");
        return deployment
                .setUp()
                .referredTo(manifest.at("Manifest"), "AWS::ElasticLoadBalancingV2::TargetGroup")
                .flatMap(group ->
                        cluster.stream().flatMap(known -> onPort(manifest, group, List.of(known.name()), deployment)));
    }

    private static Stream<Targets> onPort(
            Resource runs, Resource group, List<Reference> groups, Deployment deployment) {
        int port = group.at("Port").whole().orElse(0);
        return balancer(group, deployment)
                .map(balancer -> new Targets(runs, balancer, group, groups, port, port))
                .stream();
    }

    /** By way of a rule or a listener that forwards to the target group. */
    private static Optional<Resource> balancer(Resource group, Deployment deployment) {
        return deployment
                .resources("AWS::ElasticLoadBalancingV2::ListenerRule", "AWS::ElasticLoadBalancingV2::Listener")
                .filter(rule -> rule.at("Actions").references().contains(group.name())
                        || rule.at("DefaultActions").references().contains(group.name()))
                .flatMap(rule -> (rule.is("AWS::ElasticLoadBalancingV2::Listener")
                                ? Optional.of(rule)
                                : deployment.behind(rule.at("ListenerArn")))
                        .stream())
                .flatMap(listener -> deployment.behind(listener.at("LoadBalancerArn")).stream())
                .findFirst();
    }

    String ports() {
        return fromPort == toPort ? Integer.toString(fromPort) : fromPort + " to " + toPort;
    }
}
