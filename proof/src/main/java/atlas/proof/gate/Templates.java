package atlas.proof.gate;

import atlas.compare.BadInput;
import atlas.compare.template.SetUps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is judged together, since the stacks of an assembly refer to each other.
 *
 * @param assembly the folder with manifest, metadata and assets; none for a template that stands alone
 * @param stacks in the order of their names
 */
public record Templates(Optional<Path> assembly, List<StackTemplate> stacks) {
    public Templates {
        stacks = stacks.stream()
                .sorted(Comparator.comparing(StackTemplate::stack))
                .toList();
    }

    /**
     * @param place a template, or a folder like cdk.out
     * @throws BadInput when it is neither, or a template in it cannot be read
     */
    public static Templates in(Path place) {
        SetUps.whole(place, StackTemplate.ANY_REGION); // says what is wrong with a file that is none
        if (Files.isDirectory(place)) {
            return new Templates(Optional.of(place), Manifest.stacksIn(place));
        }
        return new Templates(
                Optional.empty(), List.of(new StackTemplate(place.toString(), place, StackTemplate.ANY_REGION)));
    }

    /** The stack whose template a gate calls by its file. */
    String stack(String file) {
        return stacks.stream()
                .filter(template -> template.file().toString().equals(file))
                .map(StackTemplate::stack)
                .findFirst()
                .orElseThrow(() -> new BrokenGate("it speaks of a file that it was not given: " + file));
    }

    /** Holds a gate that reports on each template to having done so. */
    void requireAll(Collection<String> reported) {
        stacks.stream()
                .filter(template -> !reported.contains(template.stack()))
                .findFirst()
                .ifPresent(template -> {
                    throw new BrokenGate("it says nothing of " + template.stack());
                });
    }

    /** The files by the regions they go to. */
    Map<String, List<String>> filesByRegion() {
        return stacks.stream()
                .collect(Collectors.groupingBy(
                        StackTemplate::region,
                        TreeMap::new,
                        Collectors.mapping(template -> template.file().toString(), Collectors.toList())));
    }

    List<String> files() {
        return stacks.stream().map(template -> template.file().toString()).toList();
    }
}
