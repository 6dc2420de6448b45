package atlas.proof.gate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is judged together, since the stacks of an assembly refer to each other.
 *
 * @param assembly the folder with manifest, metadata and assets; none for a template that stands alone
 * @param stacks in the order of their names
 */
public record Templates(Optional<Path> assembly, List<StackTemplate> stacks) {
    public Templates {
        stacks = List.copyOf(stacks);
    }
}
