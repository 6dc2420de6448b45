package atlas.proof.mistake;

import atlas.compare.BadInput;
import atlas.proof.gate.StackTemplate;
import atlas.proof.gate.Templates;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A cloud assembly with a mistake in it.
 *
 * @param resource the broken one, by stack and logical id
 */
record BrokenAssembly(Mistake mistake, Templates templates, String resource) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param assembly one that is as it should be
     * @param folder an empty one; what the mistake leaves alone is a link in it
     */
    static BrokenAssembly of(Templates assembly, Mistake mistake, Path folder) {
        Path whole = assembly.assembly().orElseThrow();
        try (Stream<Path> files = Files.list(whole)) {
            for (Path file : files.toList()) {
                Files.createSymbolicLink(folder.resolve(whole.relativize(file)), file.toAbsolutePath());
            }
            for (String stack : mistake.stacks()) {
                write(template(assembly, stack), stack, mistake, folder);
            }
            String[] broken = mistake.breaks().split("/");
            JsonNode template = JSON.readTree(
                    folder.resolve(template(assembly, broken[0]).file().getFileName())
                            .toFile());
            String id = new Change((ObjectNode) template).logicalId(broken[1]);
            if (!template.path("Resources").has(id)) {
                throw new BadInput("the mistake %s breaks %s, which is not there".formatted(mistake.id(), id));
            }
            return new BrokenAssembly(mistake, Templates.in(folder), broken[0] + "/" + id);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(StackTemplate original, String stack, Mistake mistake, Path folder) throws IOException {
        ObjectNode template = (ObjectNode) JSON.readTree(original.file().toFile());
        Change change = new Change(template);
        mistake.changes().forEach((place, value) -> {
            if (place.startsWith(stack + "/")) {
                try {
                    change.put(place.substring(stack.length() + 1), value);
                } catch (BadInput refused) {
                    throw new BadInput("the mistake %s: %s".formatted(mistake.id(), refused.getMessage()));
                }
            }
        });
        Path file = folder.resolve(original.file().getFileName());
        Files.delete(file);
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(template));
    }

    private static StackTemplate template(Templates assembly, String stack) {
        return assembly.stacks().stream()
                .filter(template -> template.stack().equals(stack))
                .findFirst()
                .orElseThrow(() -> new BadInput("there is no stack " + stack));
    }

    /** Those of its templates that are not as they should be. */
    List<StackTemplate> changed() {
        return templates.stacks().stream()
                .filter(template -> mistake.stacks().contains(template.stack()))
                .toList();
    }
}
