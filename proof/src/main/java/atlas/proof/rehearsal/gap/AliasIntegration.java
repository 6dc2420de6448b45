package atlas.proof.rehearsal.gap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

final class AliasIntegration implements TemplateGap {
    @Override
    public String emulator() {
        return "floci";
    }

    @Override
    public String name() {
        return "an alias behind an HTTP API";
    }

    @Override
    public String reason() {
        return "an HTTP API looks for a function of the alias's name; it is led to the function itself";
    }

    @Override
    public boolean bridge(ObjectNode template, Assets assets) {
        boolean changed = false;
        for (ObjectNode integration : TemplateGap.properties(template, "AWS::ApiGatewayV2::Integration")) {
            JsonNode target = template.path("Resources")
                    .path(integration.at("/IntegrationUri/Ref").asText());
            if (target.path("Type").asText().equals("AWS::Lambda::Alias")) {
                integration
                        .putObject("IntegrationUri")
                        .putArray("Fn::GetAtt")
                        .add(target.at("/Properties/FunctionName/Ref").asText())
                        .add("Arn");
                changed = true;
            }
        }
        return changed;
    }
}
