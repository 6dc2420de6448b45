package atlas.compare.diff;

import java.util.Optional;

/**
 * One property that two resources do not have alike.
 *
 * @param path such as {@code ContainerDefinitions[0].Cpu}, or {@code Environment[PORT]} where a list gives values names
 * @param left as a person would write it; empty when only the right one has it
 * @param right empty when only the left one has it
 */
public record Difference(String path, Optional<String> left, Optional<String> right) {}
