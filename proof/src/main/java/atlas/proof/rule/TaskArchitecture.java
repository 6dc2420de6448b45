package atlas.proof.rule;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.Optional;
import java.util.stream.Stream;

/** An image of the assembly is built for one kind of processor, and a Fargate task asks for one. */
final class TaskArchitecture implements Rule {
    private static final String DEFAULT = "X86_64";

    @Override
    public String id() {
        return "task-architecture";
    }

    @Override
    public String remedy() {
        return "set RuntimePlatform.CpuArchitecture and the platform of the image asset to the same processor";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment
                .resources("AWS::ECS::TaskDefinition")
                .filter(task ->
                        task.at("RequiresCompatibilities").items().stream().anyMatch(kind -> kind.is("FARGATE")))
                .flatMap(task -> Tasks.containers(task).stream()
                        .flatMap(container -> breach(task, container, deployment).stream()));
    }

    private static Optional<Breach> breach(Resource task, Value container, Deployment deployment) {
        Optional<String> known = Known.text(task.at("RuntimePlatform", "CpuArchitecture"), DEFAULT);
        return known.flatMap(asked -> breach(task, container, asked, deployment));
    }

    private static Optional<Breach> breach(Resource task, Value container, String asked, Deployment deployment) {
        return deployment.assets().stream()
                .flatMap(assets -> assets.platforms().entrySet().stream())
                .filter(image -> container.at("Image").toString().contains(":" + image.getKey()))
                .filter(image -> Processor.named(image.getValue()).isPresent())
                .filter(image -> !Processor.named(image.getValue()).equals(Processor.named(asked)))
                .map(image -> Breach.of(
                        task,
                        "it asks for %s, and the image of %s is built for %s",
                        asked,
                        container.at("Name"),
                        image.getValue()))
                .findFirst();
    }
}
