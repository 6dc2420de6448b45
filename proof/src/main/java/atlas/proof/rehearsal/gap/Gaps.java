package atlas.proof.rehearsal.gap;

import atlas.proof.rehearsal.assembly.Assembly;
import atlas.proof.rehearsal.assembly.StackTemplate;
import atlas.proof.rehearsal.emulator.Emulator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** All gaps that are known, and what was done about them in a copy of the assembly. */
public final class Gaps {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<Gap> ALL = List.of(new DesiredCapacity(), new ImageParameters());

    private Gaps() {}

    /** @param stacks ids of those whose template was changed */
    public record Bridged(String name, String reason, List<String> stacks) {}

    /** Changes the assembly's files where the emulator needs it. */
    public static List<Bridged> bridge(Assembly assembly, Emulator emulator) throws IOException {
        List<Bridged> bridged = new ArrayList<>();
        for (Gap gap : ALL) {
            List<String> stacks = new ArrayList<>();
            if (gap.emulator().equals(emulator.name())) {
                for (StackTemplate stack : assembly.stacks()) {
                    if (bridge(gap, assembly.folder(), stack)) {
                        stacks.add(stack.id());
                    }
                }
            }
            if (!stacks.isEmpty()) {
                bridged.add(new Bridged(gap.name(), gap.reason(), List.copyOf(stacks)));
            }
        }
        return bridged;
    }

    private static boolean bridge(Gap gap, Path folder, StackTemplate stack) throws IOException {
        Path file = folder.resolve(stack.file());
        ObjectNode template = (ObjectNode) MAPPER.readTree(file.toFile());
        if (!gap.bridge(template)) {
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
