package atlas.proof.gate;

import java.nio.file.Path;

/**
 * A template to judge.
 *
 * @param stack what findings call it: its artifact in the cloud assembly, or a file that stands alone, as it was given
 * @param file in JSON or YAML
 * @param region where it would be deployed
 */
public record StackTemplate(String stack, Path file, String region) {
    /** Where a template goes that does not say. */
    static final String ANY_REGION = "us-east-1";

    public StackTemplate {
        file = file.toAbsolutePath().normalize();
    }
}
