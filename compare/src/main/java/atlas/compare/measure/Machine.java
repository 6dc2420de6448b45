package atlas.compare.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where figures were taken. For a deployed option that is the machine that asked, not the one that answered.
 *
 * @param system name and release, such as {@code Linux 6.1.0}
 * @param architecture as Java names it: {@code amd64} or {@code aarch64}
 * @param processor its model; {@code unknown} where the system does not tell
 * @param cores that this process may use
 * @param memoryMiB of the machine, or of the container that this process runs in
 * @param container whether this process runs in one
 * @param loadAverage of the minute before: on a busy machine all figures are worse
 */
public record Machine(
        String system,
        String architecture,
        String processor,
        int cores,
        long memoryMiB,
        boolean container,
        double loadAverage) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    /** What Docker and podman put into their containers. */
    private static final List<Path> CONTAINER_MARKS = List.of(Path.of("/.dockerenv"), Path.of("/run/.containerenv"));

    public Machine {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(architecture, "architecture");
        Objects.requireNonNull(processor, "processor");
        if (cores < 1 || memoryMiB < 1) {
            throw new IllegalArgumentException(
                    "a machine needs cores and memory, got cores=%d memoryMiB=%d".formatted(cores, memoryMiB));
        }
    }

    /** This one. */
    public static Machine here() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                system.getName() + " " + system.getVersion(),
                system.getArch(),
                model(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() >> 20,
                CONTAINER_MARKS.stream().anyMatch(Files::exists),
                Figures.rounded(Math.max(0, system.getSystemLoadAverage())));
    }

    private static String model() {
        if (!Files.isReadable(PROCESSORS)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException unreadable) {
            return "unknown";
        }
    }
}
