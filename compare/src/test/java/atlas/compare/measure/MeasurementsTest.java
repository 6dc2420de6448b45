package atlas.compare.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementsTest {
    @TempDir
    private Path folder;

    @Test
    void areReadAsTheyWereWritten() throws IOException {
        assertEquals(Samples.here(), Measurements.read(written(Samples.here().json())));
        assertEquals(
                Samples.deployed(), Measurements.read(written(Samples.deployed().json())));
    }

    /** People's scripts hold on to these names. */
    @Test
    void nameEveryFigureWithItsUnit() throws IOException {
        JsonNode json = new ObjectMapper().readTree(Samples.here().json());
        JsonNode server = json.path("here").path(0);

        assertEquals("measured", json.path("evidence").asText());
        assertEquals("2026-11-25T21:40:00Z", json.path("measuredAt").asText());
        assertEquals(2, json.path("machine").path("cores").asInt());
        assertEquals(371.5, server.path("start").path("tileMillis").asDouble());
        assertEquals(55.5, server.path("latency").path("p99Millis").asDouble());
        assertEquals(96.5, server.path("peak").path("tilesPerSecond").asDouble());
        assertEquals(12.1, server.path("cpu").path(0).path("cpuMillisPerTile").asDouble());
        assertEquals(120, server.path("residentMiB").asInt());
        assertEquals("skipped", json.path("notMeasured").path(0).path("reason").asText());
    }

    @Test
    void tellTheWorkloadWhatATileCosts() {
        assertEquals(OptionalDouble.of(13.2), Samples.here().cpuMillisPerTile(256));
        assertEquals(OptionalDouble.of(42.5), Samples.here().cpuMillisPerTile(1000));
        assertEquals(OptionalDouble.of(20_500), Samples.here().responseBytes());
        assertEquals(OptionalDouble.of(905.9), Samples.here().coldStartMillis());
    }

    @Test
    void tellNothingThatWasNotMeasured() {
        assertEquals(OptionalDouble.empty(), Samples.here().cpuMillisPerTile(300));
        assertEquals(OptionalDouble.empty(), Samples.deployed().cpuMillisPerTile(256));
        assertEquals(OptionalDouble.empty(), Samples.deployed().coldStartMillis());
        assertEquals(OptionalDouble.of(19_135), Samples.deployed().responseBytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "7",
                "{\"evidence\":\"guessed\"}",
                "{\"AtlasEcsFargate\":{\"Url\":\"x\"}}"
            })
    void refuseAFileOfSomethingElse(String content) throws IOException {
        Path file = written(content);

        var refused = assertThrows(BadInput.class, () -> Measurements.read(file));

        assertEquals("%s holds no measurements; ./atlas measure writes them".formatted(file), refused.getMessage());
    }

    @Test
    void refuseAFileThatIsNotThere() {
        Path file = folder.resolve("none.json");

        var refused = assertThrows(BadInput.class, () -> Measurements.read(file));

        assertEquals("there is no file %s; ./atlas measure writes one".formatted(file), refused.getMessage());
    }

    private Path written(String content) throws IOException {
        return Files.writeString(folder.resolve("measurements.json"), content);
    }
}
