package atlas.compare.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.measure.Measurements;
import atlas.compare.measure.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementsTextTest {
    @Test
    void showsWhatWasMeasuredHere() {
        assertEquals("""
                Measured 2026-11-25T21:40:00Z with A Vendor 25,
                20 tiles a second for 5 s, 256 iterations, seed 1.
                Machine: Linux 6.1.0, 2 x A Processor amd64, 4096 MiB.
                Load 0.1 before.

                from the start, ms  ready  first health  first tile
                server                210           341         372
                lambda                702           830         906

                at a fixed rate  p50 ms  p90 ms  p99 ms  max ms    failed  peak tiles/s  RSS MiB  tile bytes
                server             12.3    18.9    55.5    60.1  1 of 100          96.5      120       20000
                lambda             12.3    18.9    55.5    60.1  1 of 100          96.5      120       21000

                CPU ms a tile, at iterations   256  1000
                renderer alone                10.2  36.5
                server                        12.1  40.4
                lambda                        14.3  44.6

                container: skipped, no container engine works here (podman: not installed; docker: not installed)""", new MeasurementsText(Samples.here()).text());
    }

    @Test
    void showsWhatWasMeasuredWhereItIsDeployed() {
        assertEquals("""
                Measured 2026-11-25T21:40:00Z with A Vendor 25,
                20 tiles a second for 5 s, 256 iterations, seed 1.
                Machine: Linux 6.1.0, 2 x A Processor amd64, 4096 MiB.
                Load 0.1 before.

                over HTTPS   p50 ms  p90 ms  p99 ms  max ms    failed  tile bytes  vCPU
                ecs-fargate    61.2    70.8   120.3   131.9  0 of 100       19135     1

                ms to draw a tile, at iterations   256  1000
                ecs-fargate                       11.4  40.1

                lambda-http-api: void, an answer came from a cache (X-Cache: Hit from cloudfront), and a cache is
                not the option""", new MeasurementsText(Samples.deployed()).text());
    }

    /** Nobody should take the figures of a busy machine for those of the app. */
    @Test
    void saysWhenTheMachineWasBusy() {
        assertTrue(new MeasurementsText(Samples.busy())
                .text()
                .contains("\nLoad 6.1 before: the machine was busy, and all figures are worse for it.\n"));
    }

    /** The page shows what was printed, and the file beside it is what it was printed from. */
    @Test
    void isShownInTheDocumentsAsItWasMeasured() throws IOException {
        Path documents = Path.of("..", "docs");
        Measurements sample = Measurements.read(documents.resolve("measurements/2026-11-25-two-cores.json"));

        String page = Files.readString(documents.resolve("measuring.md"));

        assertTrue(page.contains("```\n" + new MeasurementsText(sample).text() + "\n```\n"), page);
    }

    @Test
    void fitsATerminal() {
        for (var measurements : List.of(Samples.here(), Samples.deployed(), Samples.busy())) {
            new MeasurementsText(measurements).text().lines().forEach(line -> assertTrue(line.length() <= 100, line));
        }
    }
}
