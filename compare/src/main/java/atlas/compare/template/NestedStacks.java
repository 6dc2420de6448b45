package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the template of a nested stack where it lies beside the one around it. */
final class NestedStacks {
    private static final String TYPE = "AWS::CloudFormation::Stack";

    private NestedStacks() {}

    /** The CDK tells which of its assets it is; before {@code aws cloudformation package} the URL is a file's name. */
    static Optional<Path> template(Path around, JsonNode resource) {
        if (!resource.path("Type").asText().equals(TYPE)) {
            return Optional.empty();
        }
        JsonNode asset = resource.path("Metadata").path("aws:asset:path");
        JsonNode name = asset.isTextual() ? asset : resource.path("Properties").path("TemplateURL");
        try {
            return Optional.of(name)
                    .filter(JsonNode::isTextual)
                    .map(text -> around.resolveSibling(text.asText()))
                    .filter(Files::isRegularFile);
        } catch (InvalidPathException noFile) {
            return Optional.empty();
        }
    }
}
