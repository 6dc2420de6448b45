package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a template says shall be made of it before it is deployed. */
final class Transforms {
    static final String SERVERLESS = "AWS::Serverless-2016-10-31";

    /** These bring no resources that cost something, but for loops, which are seen among the resources. */
    private static final Set<String> KNOWN = Set.of(SERVERLESS, "AWS::LanguageExtensions", "AWS::CodeDeployBlueGreen");

    private Transforms() {}

    static boolean isServerless(JsonNode root) {
        return names(root).contains(SERVERLESS);
    }

    /** Macros that nobody here can run. */
    static List<String> unknown(JsonNode root) {
        return names(root).stream().filter(name -> !KNOWN.contains(name)).toList();
    }

    private static List<String> names(JsonNode root) {
        JsonNode transform = root.path("Transform");
        List<String> names = new ArrayList<>();
        (transform.isArray() ? transform : List.of(transform)).forEach(entry -> {
            JsonNode name = entry.isTextual() ? entry : entry.path("Name");
            if (name.isTextual()) {
                names.add(name.asText());
            }
        });
        return names;
    }
}
