package atlas.proof.rule;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** A template that stands alone may import from whatever the account has. */
    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        if (deployment.assets().isEmpty()) {
            return Stream.empty();
        }
        return deployment
                .setUp()
                .resources()
                .flatMap(resource -> resource.properties().json().findValues(IMPORT).stream()
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .distinct()
                        .map(name ->
                                Breach.of(resource, "it imports %s, which no stack of the assembly exports", name)));
    }
}
