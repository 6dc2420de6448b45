package atlas.proof.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a machine's instructions are. */
enum Processor {
    ARM64(Pattern.compile(".*(arm[_-]?64|aarch64).*")),
    X86_64(Pattern.compile(".*(x86[_-]?64|amd64|al2023_nvidia|bottlerocket_x86).*"));

    /** Graviton's: a1, t4g, c7gn, im4gn; g stands behind the number. */
    private static final Pattern GRAVITON = Pattern.compile("(a1|[a-z]+\\d+[a-z]*g[a-z]*)\\..*");

    private final Pattern names;

    Processor(Pattern names) {
        this.names = names;
    }

    static Processor ofInstance(String type) {
        return GRAVITON.matcher(type).matches() ? ARM64 : X86_64;
    }

    /** The one that the name of an image or a platform tells. */
    static Optional<Processor> named(String name) {
        for (Processor processor : values()) {
            if (processor.names.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                return Optional.of(processor);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
