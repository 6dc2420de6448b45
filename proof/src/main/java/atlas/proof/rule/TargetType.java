package atlas.proof.rule;

import atlas.compare.template.Resource;
import java.util.Optional;
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
                                .flatMap(group -> breach(service, task, group).stream())));
    }

    private static Optional<Breach> breach(Resource service, Resource task, Resource group) {
        Optional<String> type = Known.text(group.at("TargetType"), "instance");
        Optional<String> mode = Known.text(task.at("NetworkMode"), "bridge");
        boolean isWrong = type.isPresent()
                && mode.isPresent()
                && type.get().equals("ip") != mode.get().equals("awsvpc");
        return isWrong
                ? Optional.of(Breach.of(
                        group,
                        "its TargetType is %s, and the tasks of %s have network mode %s",
                        type.get(),
                        service.name(),
                        mode.get()))
                : Optional.empty();
    }
}
