package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedHttpIT {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    private static ServerProcess server;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        server = new ServerProcess(Map.of("ATLAS_DATA_DIR", folder.toString()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<MalformedHttp> isRefusedOrHungUpOnAndNeverOurFault() {
        return MalformedHttp.all();
    }

    @ParameterizedTest
    @MethodSource
    void isRefusedOrHungUpOnAndNeverOurFault(MalformedHttp malformed) throws IOException {
        String answer = RawClient.answer(server.port(), malformed.request());
        assertEquals(
                malformed.answer(),
                STATUS.matcher(answer).results().map(each -> each.group(1)).collect(Collectors.joining(" ")));
        assertFalse(answer.contains("\tat "), answer);
        assertEquals(
                List.of(),
                server.lines().stream()
                        .filter(line -> !line.startsWith("{") || line.contains("\"exception\""))
                        .toList());
    }
}
