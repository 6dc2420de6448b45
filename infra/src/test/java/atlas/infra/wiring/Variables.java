package atlas.infra.wiring;

import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environment variables that a template gives the app, with plausible values where a deployment puts them in. */
final class Variables {
    /** In the place of every secret. */
    static final String SECRET = "forty-characters-that-nobody-can-guess--";

    private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^([A-Z][A-Z_]+)=(.*)$");

    private Variables() {}

    static Map<String, String> ofTask(Assembly assembly) {
        JsonNode container =
                assembly.stack("EcsFargate").only("AWS::ECS::TaskDefinition").get("/ContainerDefinitions/0");
        Map<String, String> variables = new TreeMap<>();
        container
                .path("Environment")
                .forEach(variable -> variables.put(variable.path("Name").asText(), plausible(variable.path("Value"))));
        container
                .path("Secrets")
                .forEach(variable -> variables.put(
                        variable.path("Name").asText(),
                        variable.path("Name").asText().equals("ATLAS_LOG_LEVEL")
                                ? assembly.stack("EcsFargate").named("LogLevel").text("/Value")
                                : SECRET));
        return variables;
    }

    /** What kubectl hands to a pod; what Kubernetes itself puts in is a zone. */
    static Map<String, String> ofPod(Assembly assembly) {
        Map<String, String> variables = new TreeMap<>();
        Manifests.of(assembly)
                .get("Deployment app")
                .at("/spec/template/spec/containers/0/env")
                .forEach(variable -> variables.put(
                        variable.path("name").asText(),
                        variable.has("valueFrom") ? "us-east-1a" : plausible(variable.path("value"))));
        return variables;
    }

    /** What the start script writes into the unit's environment file. */
    static Map<String, String> ofInstance(Assembly assembly) {
        JsonNode script = assembly.stack("Ec2AutoScaling")
                .only("AWS::EC2::LaunchTemplate")
                .get("/LaunchTemplateData/UserData/Fn::Base64/Fn::Sub");
        String file = script.get(0).asText().replaceFirst("(?s).*cat > /etc/atlas.env <<END\n(.*?)\nEND\n.*", "$1");
        Map<String, String> variables = new TreeMap<>();
        Matcher matcher = ASSIGNMENT.matcher(file.replace(
                "${Environment}", plausible(script.get(1).path("Environment")).replace("\\n", "\n")));
        while (matcher.find()) {
            variables.put(matcher.group(1), matcher.group(2).replaceAll("\\$\\(.*?\\)", "i-0123456789abcdef0"));
        }
        return variables;
    }

    static Map<String, String> ofFunction(Assembly assembly, String name) {
        return ofFunction(assembly, "LambdaHttpApi", name);
    }

    static Map<String, String> ofFunction(Assembly assembly, String stack, String name) {
        Resource function = assembly.stack(stack).named(name);
        Map<String, String> variables = new TreeMap<>();
        Json.sorted(function.get("/Environment/Variables"))
                .forEach((variable, value) -> variables.put(variable, plausible(value)));
        variables.put("AWS_REGION", "us-east-1"); // by Lambda itself
        return variables;
    }

    private static String plausible(JsonNode value) {
        return ValueText.of(value)
                .replaceAll("\\{\\{resolve:secretsmanager:.*?}}", SECRET)
                .replaceAll("\\$\\{Messaging/(\\w+)}", "https://sqs.us-east-1.amazonaws.com/123456789012/$1")
                .replaceAll("\\$\\{\\w+/(\\w+)}", "atlas-$1");
    }
}
