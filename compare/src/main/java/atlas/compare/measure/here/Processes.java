package atlas.compare.measure.here;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What the system knows of a process. */
final class Processes {
    private Processes() {}

    /**
     * CPU time since its start, to a hundredth of a second.
     *
     * @throws IOException if the system does not tell
     */
    static Duration cpu(long pid) throws IOException {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IOException("this system does not tell the CPU time of process " + pid));
    }

    /** Of this process. */
    static Duration ownCpu() throws IOException {
        return cpu(ProcessHandle.current().pid());
    }

    /**
     * Its resident memory.
     *
     * @throws IOException if the system does not tell
     */
    static long residentMiB(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return residentMiBByPs(pid);
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow(() -> new IOException("process %d has ended".formatted(pid)));
        }
    }

    /** Where there is no /proc, such as on macOS. */
    private static long residentMiBByPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        try (var output = ps.inputReader()) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("process %d has ended".formatted(pid));
            }
            return Long.parseLong(line.strip()) / 1024;
        }
    }
}
