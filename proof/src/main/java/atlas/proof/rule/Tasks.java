package atlas.proof.rule;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.List;
import java.util.Optional;

/** Containers of a task definition, and the ports they listen at. */
final class Tasks {
    private Tasks() {}

    static List<Value> containers(Resource task) {
        return task.at("ContainerDefinitions").items();
    }

    static Optional<Value> container(Resource task, String name) {
        return containers(task).stream()
                .filter(container -> container.at("Name").is(name))
                .findFirst();
    }

    /** On the instance, for what an entry of a service's load balancers names; 0 where Docker chooses. */
    static int hostPort(Resource task, Value entry) {
        return container(task, entry.at("ContainerName").toString()).stream()
                .flatMap(container -> container.at("PortMappings").items().stream())
                .filter(mapping ->
                        mapping.at("ContainerPort").is(entry.at("ContainerPort").toString()))
                .map(mapping -> mapping.at("HostPort")
                        .whole()
                        .orElse(
                                task.at("NetworkMode").is("host")
                                        ? mapping.at("ContainerPort").whole().orElse(0)
                                        : 0))
                .findFirst()
                .orElse(0);
    }
}
