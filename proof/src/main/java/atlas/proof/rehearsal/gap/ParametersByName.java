package atlas.proof.rehearsal.gap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

final class ParametersByName implements TemplateGap {
    @Override
    public String emulator() {
        return "floci";
    }

    @Override
    public String name() {
        return "ARNs of SSM parameters";
    }

    @Override
    public String reason() {
        return "ECS does not find a parameter by its ARN when CloudFormation named it; the task asks for it by name, as it may within"
                + " a region";
    }

    @Override
    public boolean bridge(ObjectNode template, Assets assets) {
        boolean changed = false;
        for (ObjectNode task : TemplateGap.properties(template, "AWS::ECS::TaskDefinition")) {
            for (JsonNode container : task.path("ContainerDefinitions")) {
                for (JsonNode secret : container.path("Secrets")) {
                    JsonNode parts = secret.at("/ValueFrom/Fn::Join/1");
                    if (parts.path(0).asText().contains(":ssm:")) {
                        ((ObjectNode) secret).set("ValueFrom", parts.path(parts.size() - 1));
                        changed = true;
                    }
                }
            }
        }
        return changed;
    }
}
