package atlas.proof.gate;

import java.nio.file.Path;

/**
 * A template to judge.
 *
 * @param stack what findings call it: its artifact in the cloud assembly, or the name of a file that stands alone
 * @param file in JSON or YAML
 */
public record StackTemplate(String stack, Path file) {}
