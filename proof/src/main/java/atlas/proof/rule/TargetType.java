package atlas.proof.rule;

import atlas.compare.template.Resource;
import java.util.stream.Stream;

/** Tasks with an address of their own are targets by it, all others by their instance. */
final class TargetType implements Rule {

    @Override
    public String id() {
        return "target-type";
    }

    @Override
    public String remedy() {
        return "set TargetType to ip for network mode awsvpc, and to instance for bridge and host";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment
                .resources("AWS::ECS::Service")
                .flatMap(service -> deployment.behind(service.at("TaskDefinition"), "AWS::ECS::TaskDefinition").stream()
                        .flatMap(task -> service.at("LoadBalancers").items().stream()
                                .flatMap(entry -> deployment.behind(entry.at("TargetGroupArn")).stream())
                                .filter(group -> group.at("TargetType")
                                                .textOr("instance")
                                                .equals("ip")
                                        != hasAddress(task))
                                .map(group -> Breach.of(
                                        group,
                                        "its TargetType is %s, and the tasks of %s have network mode %s",
                                        group.at("TargetType").textOr("instance"),
                                        service.name(),
                                        task.at("NetworkMode").textOr("bridge")))));
    }

    private static boolean hasAddress(Resource task) {
        return task.at("NetworkMode").is("awsvpc");
    }
}
