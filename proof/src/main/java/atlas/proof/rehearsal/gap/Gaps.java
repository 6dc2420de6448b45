package atlas.proof.rehearsal.gap;

import atlas.proof.rehearsal.assembly.Assembly;
import atlas.proof.rehearsal.assembly.StackTemplate;
import atlas.proof.rehearsal.aws.Aws;
import atlas.proof.rehearsal.emulator.Emulator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The gaps that are known of one emulator, and where they were bridged. */
public final class Gaps {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<Gap> ALL = List.of(
            new DesiredCapacity(),
            new ImageParameters(),
            new ZoneIds(),
            new EmptyChangeSets(),
            new AliasIntegration(),
            new EdgeStubs(),
            new ParametersByName(),
            new ImageAddresses(),
            new JavaFunctions(),
            new BucketTags("ministack"),
            new BucketTags("floci"));

    private final List<Gap> gaps;
    private final Path root;
    private final Map<Gap, Set<String>> bridged = new LinkedHashMap<>();

    /** @param root of the project */
    public Gaps(Emulator emulator, Path root) {
        this.gaps = ALL.stream()
                .filter(gap -> gap.emulator().equals(emulator.name()))
                .toList();
        this.root = root;
    }

    /** @param stacks ids of those that would have been another without it */
    public record Bridged(String name, String reason, List<String> stacks) {}

    /** What was done, in the order of the list. */
    public List<Bridged> bridged() {
        return bridged.entrySet().stream()
                .map(one -> new Bridged(one.getKey().name(), one.getKey().reason(), List.copyOf(one.getValue())))
                .toList();
    }

    /** Changes the files of an assembly, which must be a copy. */
    public void bridge(Assembly copy) throws IOException {
        for (Gap gap : gaps) {
            for (StackTemplate stack : copy.stacks()) {
                if (gap instanceof TemplateGap ofTemplates && bridge(ofTemplates, copy.folder(), stack)) {
                    note(gap, stack);
                }
            }
        }
    }

    /** Does what deployed stacks need. */
    public void bridge(StackTemplate stack, Map<String, String> ids, Aws aws) {
        for (Gap gap : gaps) {
            if (gap instanceof DeployedGap ofDeployed && ofDeployed.bridge(stack, ids, aws)) {
                note(gap, stack);
            }
        }
    }

    private void note(Gap gap, StackTemplate stack) {
        bridged.computeIfAbsent(gap, first -> new TreeSet<>()).add(stack.id());
    }

    private boolean bridge(TemplateGap gap, Path folder, StackTemplate stack) throws IOException {
        Path file = folder.resolve(stack.file());
        ObjectNode template = (ObjectNode) MAPPER.readTree(file.toFile());
        if (!gap.bridge(template, new Assets(folder, root))) {
            return false;
        }
        byte[] changed = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(template);
        rename(folder, stack, sha256(Files.readAllBytes(file)), sha256(changed));
        Files.write(file, changed);
        return true;
    }

    /** A template is uploaded under its hash, and not again when there is one of that name. */
    private static void rename(Path folder, StackTemplate stack, String before, String after) throws IOException {
        for (String name : List.of("manifest.json", stack.id() + ".assets.json")) {
            Path file = folder.resolve(name);
            Files.writeString(file, Files.readString(file).replace(before, after));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
