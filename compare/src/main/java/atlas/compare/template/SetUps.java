package atlas.compare.template;

import atlas.compare.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Reads what was synthesized, ours or not: a cloud assembly, which is a folder, or one template. */
public final class SetUps {
    private static final int MOST_NAMED = 3;

    private SetUps() {}

    /** Everything in a folder or file as one set-up. */
    public static SetUp whole(Path place, String region) {
        if (Files.isDirectory(place)) {
            CloudAssembly assembly = CloudAssembly.in(place, region);
            return new SetUp(name(place), "everything in " + name(place), assembly.stacks(), Optional.empty());
        }
        if (place.endsWith("cdk.out") && !Files.exists(place)) {
            throw CloudAssembly.missing(place);
        }
        Stack stack = alone(place, region);
        String title = stack.description().isEmpty() ? name(place) : stack.description();
        return new SetUp(name(place), title, List.of(stack), stack.unit());
    }

    /** Each option of a cloud assembly with the stacks it needs, in the order of their ids; none if it tells of none. */
    public static List<SetUp> options(Path folder, String region) {
        return CloudAssembly.in(folder, region).options();
    }

    /** @throws BadInput with the options whose ids are closest, when there is no such one */
    public static SetUp option(Path folder, String id, String region) {
        List<SetUp> options = options(folder, region);
        return options.stream()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInput("%s has no option %s; %s"
                        .formatted(
                                folder,
                                id,
                                meant(id, options.stream().map(SetUp::id).toList()))));
    }

    private static String meant(String id, List<String> known) {
        if (known.isEmpty()) {
            return "it has none";
        }
        return known.size() <= MOST_NAMED
                ? "it has " + String.join(", ", known)
                : "closest of its %d are %s".formatted(known.size(), String.join(", ", closest(id, known)));
    }

    private static List<String> closest(String id, List<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .sorted(Comparator.comparing((String other) -> distance.apply(id, other))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_NAMED)
                .toList();
    }

    private static Stack alone(Path file, String region) {
        return Stack.of("", Template.read("", region, file, Map.of()));
    }

    private static String name(Path place) {
        Path name = place.toAbsolutePath().normalize().getFileName();
        if (name == null) {
            throw new BadInput(place + " is no cloud assembly and no template");
        }
        return name.toString();
    }
}
