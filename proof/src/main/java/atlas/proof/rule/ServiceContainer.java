package atlas.proof.rule;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.Optional;
import java.util.stream.Stream;

/** A service sends requests to a container and a port by name, and the task definition has them or not. */
final class ServiceContainer implements Rule {

    @Override
    public String id() {
        return "service-container";
    }

    @Override
    public String remedy() {
        return "name a container of the task definition and a port that it maps";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment
                .resources("AWS::ECS::Service")
                .flatMap(service -> deployment.behind(service.at("TaskDefinition"), "AWS::ECS::TaskDefinition").stream()
                        .flatMap(task -> service.at("LoadBalancers").items().stream()
                                .flatMap(entry -> breach(service, task, entry).stream())));
    }

    private static Optional<Breach> breach(Resource service, Resource task, Value entry) {
        Optional<String> name = entry.at("ContainerName").text();
        Optional<Integer> port = entry.at("ContainerPort").whole();
        if (name.isEmpty() || port.isEmpty()) {
            return Optional.empty();
        }
        Optional<Value> container = Tasks.container(task, name.get());
        if (container.isEmpty()) {
            return Optional.of(Breach.of(
                    service, "its load balancer names the container %s, and %s has none", name.get(), task.name()));
        }
        boolean maps = container.get().at("PortMappings").items().stream()
                .anyMatch(mapping -> mapping.at("ContainerPort").whole().equals(port));
        return maps
                ? Optional.empty()
                : Optional.of(Breach.of(
                        service,
                        "its load balancer names port %d, which the container %s does not map",
                        port.get(),
                        name.get()));
    }
}
