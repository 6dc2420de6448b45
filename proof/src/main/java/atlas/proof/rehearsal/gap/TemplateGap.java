package atlas.proof.rehearsal.gap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Made up for in a copy of the template, before it is deployed. */
non-sealed interface TemplateGap extends Gap {
    /**
     * @param assets the files that the template refers to, which are copies, too
     * @return whether there was anything to change
     */
    boolean bridge(ObjectNode template, Assets assets) throws IOException;

    /** The properties of each resource of a type, to change. */
    static List<ObjectNode> properties(ObjectNode template, String type) {
        return StreamSupport.stream(template.path("Resources").spliterator(), false)
                .filter(resource -> resource.path("Type").asText().equals(type))
                .map(resource -> resource.path("Properties"))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }
}
