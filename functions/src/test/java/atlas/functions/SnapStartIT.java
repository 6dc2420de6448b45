package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot's life under AWS's runtime interface client: it runs the hooks, waits to be frozen, and is woken. */
class SnapStartIT {
    private static List<String> callsBeforeTheSnapshot;
    private static Instant frozen;
    private static Map<String, Object> firstInfo;
    private static Map<String, Object> secondInfo;
    private static List<String> classesLoadedLate;

    @BeforeAll
    static void live(@TempDir Path folder) throws IOException {
        Path classLog = folder.resolve("classes.log");
        Map<String, String> settings = HttpApiHandlerIT.settings();
        settings.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        settings.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + classLog);
        try (var function = new RunningFunction(HttpApiHandler.class, settings)) {
            RunningFunction.await(function.api().checkpoint());
            callsBeforeTheSnapshot = function.aws().calls();
            int inTheSnapshot = classes(classLog).size();
            frozen = Instant.now();

            function.api().restore();
            firstInfo = info(function);
            secondInfo = info(function);
            function.answer(EventSample.HTTP_API_GET_TILE.text());
            function.answer(EventSample.HTTP_API_POST_POSTER.text());
            List<String> all = classes(classLog);
            classesLoadedLate = all.subList(inTheSnapshot, all.size());
        }
    }

    @Test
    void callsNobodyBeforeTheSnapshot() {
        assertEquals(List.of(), callsBeforeTheSnapshot);
    }

    @Test
    void isAFreshEnvironmentWhenWoken() {
        assertEquals(true, firstInfo.get("firstRequest"));
        assertEquals(false, secondInfo.get("firstRequest"));
        assertTrue(Instant.parse((String) firstInfo.get("startedAt")).isAfter(frozen), firstInfo::toString);
    }

    /** Left to load are credentials and the connection, which no snapshot may hold. */
    @Test
    void hasEverythingLoadedThatTheAppAndItsCallsToAwsNeed() {
        List<String> ours = classesLoadedLate.stream()
                .filter(name -> name.startsWith("atlas.") || name.startsWith("software.amazon.awssdk.services."))
                .toList();
        assertEquals(List.of(), ours);
    }

    private static Map<String, Object> info(RunningFunction function) throws IOException {
        return JSON.std.mapFrom(
                (String) function.answer(HttpApiHandlerIT.get("/")).get("body"));
    }

    /** By name, in the order they came. */
    private static List<String> classes(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.map(line -> line.replaceFirst("^(\\[[^]]*])+ ", "").split(" ")[0])
                    .toList();
        }
    }
}
