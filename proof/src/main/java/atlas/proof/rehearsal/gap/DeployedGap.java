package atlas.proof.rehearsal.gap;

import atlas.proof.rehearsal.assembly.StackTemplate;
import atlas.proof.rehearsal.aws.Aws;
import java.util.Map;

/** Made up for in what was deployed, by the services' APIs. */
non-sealed interface DeployedGap extends Gap {
    /**
     * @param ids physical ids by logical ids
     * @return whether there was anything to do
     */
    boolean bridge(StackTemplate stack, Map<String, String> ids, Aws aws);
}
