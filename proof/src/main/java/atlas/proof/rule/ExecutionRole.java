package atlas.proof.rule;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What ECS does before a task's own code runs, it does by the execution role. */
final class ExecutionRole implements Rule {
    @Override
    public String id() {
        return "execution-role";
    }

    @Override
    public String remedy() {
        return "allow the execution role what the task's start takes, or attach AmazonECSTaskExecutionRolePolicy";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment.resources("AWS::ECS::TaskDefinition").flatMap(task -> breaches(task, deployment));
    }

    private static Stream<Breach> breaches(Resource task, Deployment deployment) {
        Map<String, String> needs = needs(task, deployment);
        Value name = task.at("ExecutionRoleArn");
        if (!name.isPresent()) {
            return needs.values().stream()
                    .distinct()
                    .map(why -> Breach.of(task, "it has no execution role, and needs one that may %s", why));
        }
        Optional<Resource> role = deployment.behind(name, "AWS::IAM::Role");
        return role.stream().flatMap(known -> {
            Permissions permissions = Permissions.of(known, deployment);
            return needs.entrySet().stream()
                    .filter(need -> !permissions.allow(need.getKey()))
                    .map(need -> Breach.of(
                            known,
                            "it may not call %s, and %s has to %s",
                            need.getKey(),
                            task.name(),
                            need.getValue()));
        });
    }

    /** Actions, and what for. */
    private static Map<String, String> needs(Resource task, Deployment deployment) {
        Map<String, String> needs = new LinkedHashMap<>();
        for (Value container : task.at("ContainerDefinitions").items()) {
            if (isPrivate(container.at("Image")) && !isPulledByInstance(task)) {
                String pull = "pull the image of " + container.at("Name");
                needs.putIfAbsent("ecr:GetAuthorizationToken", pull);
                needs.putIfAbsent("ecr:BatchGetImage", pull);
                needs.putIfAbsent("ecr:GetDownloadUrlForLayer", pull);
            }
            if (container.at("LogConfiguration", "LogDriver").is("awslogs") && isFargate(task)) {
                String write = "write the log of " + container.at("Name");
                needs.putIfAbsent("logs:CreateLogStream", write);
                needs.putIfAbsent("logs:PutLogEvents", write);
            }
            for (Value secret : container.at("Secrets").items()) {
                reads(secret.at("ValueFrom"), deployment)
                        .ifPresent(action -> needs.putIfAbsent(action, "read the secret " + secret.at("Name")));
            }
        }
        return needs;
    }

    /** Of a repository in ECR; images from elsewhere need no role. */
    private static boolean isPrivate(Value image) {
        return image.toString().contains(".dkr.ecr.");
    }

    /** On EC2 the instance's role may do it instead. */
    private static boolean isFargate(Resource task) {
        return task.at("RequiresCompatibilities").items().stream().anyMatch(kind -> kind.is("FARGATE"));
    }

    /** By its role, when the task has none of its own. */
    private static boolean isPulledByInstance(Resource task) {
        return !isFargate(task) && !task.at("ExecutionRoleArn").isPresent();
    }

    /** A secret goes by its ARN, a parameter by its ARN or its name; a value from elsewhere may be either. */
    private static Optional<String> reads(Value source, Deployment deployment) {
        if (source.toString().contains(":secretsmanager:")
                || isMadeOf(source, "AWS::SecretsManager::Secret", deployment)) {
            return Optional.of("secretsmanager:GetSecretValue");
        }
        return source.text().isPresent()
                        || source.toString().contains(":parameter")
                        || isMadeOf(source, "AWS::SSM::Parameter", deployment)
                ? Optional.of("ssm:GetParameters")
                : Optional.empty();
    }

    private static boolean isMadeOf(Value source, String type, Deployment deployment) {
        return deployment.setUp().referredTo(source, type).findAny().isPresent();
    }
}
