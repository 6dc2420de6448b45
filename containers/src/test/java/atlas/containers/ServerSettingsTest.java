package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.http.Level;
import atlas.http.Mount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {
    private static final Map<String, String> ON_AWS = Map.of(
            "ATLAS_BUCKET", "images",
            "ATLAS_TABLE", "jobs",
            "ATLAS_QUEUE_URL", "https://sqs.us-east-1.amazonaws.com/123456789012/posters",
            "AWS_REGION", "us-east-1");

    @Test
    void needsNothingToBeSet() {
        assertEquals(
                new ServerSettings(
                        new Mount("local", ""),
                        new Address("0.0.0.0", 8080),
                        Runtime.getRuntime().availableProcessors(),
                        64,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(120),
                        "local",
                        Level.INFO,
                        new Backend.Fleeting(),
                        new Whereabouts(Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.empty()),
                read(Map.of()));
    }

    @Test
    void readsWhatIsSet() {
        var variables = new HashMap<>(Map.of(
                "ATLAS_OPTION", "ecs-fargate",
                "ATLAS_PREFIX", "/ecs-fargate",
                "HOST", "127.0.0.1",
                "PORT", "0",
                "ATLAS_THREADS", "3",
                "ATLAS_BACKLOG", "7",
                "ATLAS_DRAIN_SECONDS", "0",
                "ATLAS_VISIBILITY_SECONDS", "180",
                "ATLAS_JOB_KEY", "secret",
                "ATLAS_LOG_LEVEL", "DEBUG"));
        variables.putAll(Map.of("ATLAS_DATA_DIR", "data", "ATLAS_INSTANCE", "i-1", "ATLAS_ZONE", "us-east-1a"));
        assertEquals(
                new ServerSettings(
                        new Mount("ecs-fargate", "/ecs-fargate"),
                        new Address("127.0.0.1", 0),
                        3,
                        7,
                        Duration.ZERO,
                        Duration.ofSeconds(180),
                        "secret",
                        Level.DEBUG,
                        new Backend.Local(Path.of("data")),
                        new Whereabouts(Optional.of("i-1"), Optional.of("us-east-1a"), Optional.empty()),
                        Optional.empty()),
                read(variables));
    }

    @Test
    void takesAnEmptyVariableForOneThatIsNotSet() {
        assertEquals(
                read(Map.of()), read(Map.of("PORT", "", "ATLAS_OPTION", " ", "ATLAS_BUCKET", "", "ATLAS_PAGE", "")));
    }

    @Test
    void keepsAllOnAwsWhenAllThreeAreNamed() {
        var aws = assertInstanceOf(Backend.Aws.class, read(ON_AWS).backend());
        assertEquals("images", aws.bucket());
        assertEquals("jobs", aws.table());
        assertEquals("https://sqs.us-east-1.amazonaws.com/123456789012/posters", aws.queueUrl());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PORT | http | PORT must be 0 to 65535, got http; try PORT=8080
            PORT | 65536 | PORT must be 0 to 65535, got 65536; try PORT=8080
            PORT | -1 | PORT must be 0 to 65535, got -1; try PORT=8080
            PORT | 8080.0 | PORT must be 0 to 65535, got 8080.0; try PORT=8080
            ATLAS_BACKLOG | 0 | ATLAS_BACKLOG must be 1 to 10000, got 0; try ATLAS_BACKLOG=64
            ATLAS_DRAIN_SECONDS | 91 | ATLAS_DRAIN_SECONDS must be 0 to 90, got 91; try ATLAS_DRAIN_SECONDS=5
            ATLAS_DRAIN_SECONDS | 5s | ATLAS_DRAIN_SECONDS must be 0 to 90, got 5s; try ATLAS_DRAIN_SECONDS=5
            ATLAS_VISIBILITY_SECONDS | 0 | ATLAS_VISIBILITY_SECONDS must be 1 to 43200, got 0; try ATLAS_VISIBILITY_SECONDS=120
            ATLAS_LOG_LEVEL | info | ATLAS_LOG_LEVEL must be one of DEBUG, INFO, WARN, ERROR, got info; try ATLAS_LOG_LEVEL=INFO
            ATLAS_OPTION | ECS | ATLAS_OPTION must be lower-case letters, digits and dashes, got ECS; try ATLAS_OPTION=ecs-fargate
            ATLAS_PREFIX | ecs | ATLAS_PREFIX must be a slash, then lower-case letters, digits and dashes, got ecs; try ATLAS_PREFIX=/ecs-fargate
            ATLAS_PREFIX | / | ATLAS_PREFIX must be a slash, then lower-case letters, digits and dashes, got /; try ATLAS_PREFIX=/ecs-fargate
            ATLAS_PAGE | /nowhere | ATLAS_PAGE must be a folder with an index.html, got /nowhere; try ATLAS_PAGE=app/page
            ATLAS_BUCKET | images | ATLAS_BUCKET, ATLAS_TABLE, ATLAS_QUEUE_URL must be set together, missing: ATLAS_TABLE, ATLAS_QUEUE_URL; set all three for AWS, none to keep everything on this machine
            """)
    void refuses(String name, String value, String message) {
        assertEquals(message, refusal(Map.of(name, value)));
    }

    /** As a name with an umlaut is one where the locale is C; a zero byte is none in any. */
    @Test
    void refusesAPathThatTheSystemCannotHave() {
        assertEquals(
                "ATLAS_DATA_DIR must be a path in characters that LC_ALL has, got a\0b; try ATLAS_DATA_DIR=/tmp/posters",
                refusal(Map.of("ATLAS_DATA_DIR", "a\0b")));
    }

    @Test
    void refusesAThreadCountOutOfRangeAndSuggestsThisMachines() {
        int cores = Runtime.getRuntime().availableProcessors();
        assertEquals(
                "ATLAS_THREADS must be 1 to 256, got 0; try ATLAS_THREADS=" + cores,
                refusal(Map.of("ATLAS_THREADS", "0")));
    }

    @Test
    void refusesAwsWithoutARegion() {
        var noRegion = new HashMap<>(ON_AWS);
        noRegion.remove("AWS_REGION");
        assertEquals(
                "AWS_REGION is not set; name the region of bucket, table and queue, as in AWS_REGION=us-east-1",
                refusal(noRegion));
    }

    private static ServerSettings read(Map<String, String> variables) {
        return ServerSettings.from(new Environment(variables::get));
    }

    private static String refusal(Map<String, String> variables) {
        return assertThrows(BadSetting.class, () -> read(variables)).getMessage();
    }
}
