package atlas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The largest poster fits into the smallest container: of 256 MiB the JVM takes a quarter, 64 MiB, as its heap. */
class PosterMemoryTest {
    private static final String HEAP = "-Xmx24m";

    @Test
    void rendersTheLargestPosterInAFractionOfASmallHeap() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, HEAP, "-cp", System.getProperty("java.class.path"), LargestPoster.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals("2048 x 2048\n", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    /** The program that the test runs. */
    static final class LargestPoster {
        private LargestPoster() {}

        public static void main(String[] args) {
            Poster poster = new Poster(3, 0, 0, 8, 8, 100);
            byte[] png = Renderer.png(poster);
            var header = ByteBuffer.wrap(png, 16, 8);
            System.out.print(header.getInt() + " x " + header.getInt() + "\n");
        }
    }
}
