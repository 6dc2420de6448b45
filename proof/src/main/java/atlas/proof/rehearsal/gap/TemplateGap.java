package atlas.proof.rehearsal.gap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Made up for in a copy of the template, before it is deployed. */
non-sealed interface TemplateGap extends Gap {
    /**
     * @param assets the files that the template refers to, which are copies, too
     * @return whether there was anything to change
     */
    boolean bridge(ObjectNode template, Assets assets) throws IOException;
}
