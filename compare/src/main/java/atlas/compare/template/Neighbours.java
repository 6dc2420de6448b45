package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a template hears from others. Everything it hears is worked out already. */
interface Neighbours {
    /** What another stack exports under that name. */
    Optional<JsonNode> exported(String name);

    /** What the template around it passes to a parameter. */
    Optional<JsonNode> passed(String parameter);

    /** What one of its nested stacks puts out. */
    Optional<JsonNode> output(String nestedStack, String name);
}
