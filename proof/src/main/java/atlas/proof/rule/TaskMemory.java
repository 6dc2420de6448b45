package atlas.proof.rule;

import atlas.compare.template.Value;
import java.util.stream.Stream;

/** A container cannot have more memory than its task. */
final class TaskMemory implements Rule {

    @Override
    public String id() {
        return "task-memory";
    }

    @Override
    public String remedy() {
        return "give the task more memory, or the container less";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment.resources("AWS::ECS::TaskDefinition").flatMap(task -> task.at("Memory").whole().stream()
                .flatMap(most -> Tasks.containers(task).stream()
                        .filter(container -> memory(container) > most)
                        .map(container -> Breach.of(
                                task,
                                "its container %s is given %d MiB, and the task has %d",
                                container.at("Name"),
                                memory(container),
                                most))));
    }

    private static int memory(Value container) {
        return Math.max(
                container.at("Memory").whole().orElse(0),
                container.at("MemoryReservation").whole().orElse(0));
    }
}
