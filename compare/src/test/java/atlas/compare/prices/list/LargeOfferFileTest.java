package atlas.compare.prices.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeOfferFileTest {
    private static final int ROWS = 150_000;

    /** The file of EC2 has half a gigabyte. */
    @Test
    void isReadInLessMemoryThanItHas(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve(new Offer("AmazonEC2", "us-east-1").path());
        Files.createDirectories(file.getParent());
        List<String> fixture =
                Files.readAllLines(Fixtures.folder().resolve(new Offer("AmazonEC2", "us-east-1").path()));
        String row = fixture.get(fixture.size() - 1);
        try (BufferedWriter large = Files.newBufferedWriter(file)) {
            for (String line : fixture) {
                large.write(line + "\n");
            }
            for (int i = 0; i < ROWS; i++) {
                large.write(row.replace("NATREGIONAL", "OTHER" + i).replace("Regional", "x".repeat(300)) + "\n");
            }
        }
        assertTrue(Files.size(file) > 64 << 20, () -> file + " is too small");

        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "atlas.compare.cli.Compare",
                        "prices",
                        "check",
                        "vpc:nat-gateway",
                        "--from",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        assertEquals("""
                OK  vpc:nat-gateway:gb    0.045
                OK  vpc:nat-gateway:hour  0.045
                us-east-1: 2 OK, 0 kept (no matcher is for them)
                """, new String(reader.getInputStream().readAllBytes()));
        assertTrue(reader.waitFor(1, TimeUnit.SECONDS));
        assertEquals(0, reader.exitValue());
    }
}
