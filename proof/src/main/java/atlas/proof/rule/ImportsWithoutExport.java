package atlas.proof.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stack that asks for what no stack of the assembly tells. */
final class ImportsWithoutExport implements Rule {
    private static final String IMPORT = "Fn::ImportValue";

    @Override
    public String id() {
        return "import-without-export";
    }

    @Override
    public String remedy() {
        return "export the value from the stack that makes it, under the same name";
    }

    /** A name that does not begin as those of the assembly's stacks do may come from whatever else the account has. */
    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        Set<String> stacks = deployment.templates().values().stream()
                .flatMap(template -> template.path("Outputs").findValuesAsText("Name").stream())
                .map(ImportsWithoutExport::stack)
                .collect(Collectors.toSet());
        return deployment
                .setUp()
                .resources()
                .flatMap(resource -> resource.properties().json().findValues(IMPORT).stream()
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .filter(name -> stacks.contains(stack(name)))
                        .distinct()
                        .map(name ->
                                Breach.of(resource, "it imports %s, which no stack of the assembly exports", name)));
    }

    /** The CDK puts it in front of an export's name. */
    private static String stack(String export) {
        return export.replaceFirst(":.*", "");
    }
}
