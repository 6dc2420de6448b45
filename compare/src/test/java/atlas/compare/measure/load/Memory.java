package atlas.compare.measure.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM holds, in MiB.
 *
 * @param resident as the system counts it
 * @param live what is left of its heap after a full collection
 */
record Memory(double resident, double live) {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final double KIB = 1024;
    private static final double MIB = KIB * KIB;

    /** Makes it collect its garbage, which stops it for some ten milliseconds; looks at the resident memory before. */
    static Memory of(long pid) throws IOException {
        double resident = find(RESIDENT, Files.readString(Path.of("/proc", Long.toString(pid), "status"))) / KIB;
        return new Memory(resident, find(TOTAL, histogram(pid)) / MIB);
    }

    private static String histogram(long pid) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(List.of(jcmd.toString(), Long.toString(pid), "GC.class_histogram"))
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes());
    }

    private static double find(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("there is no %s in %s".formatted(pattern, text));
        }
        return Double.parseDouble(found.group(1));
    }
}
