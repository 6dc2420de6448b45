package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.http.Level;
import atlas.http.Mount;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionSettingsTest {
    private static final String MISSING =
            "; a function keeps nothing itself, so it needs the names of a bucket and a table and the URL of a queue";

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "ATLAS_BUCKET", "images",
            "ATLAS_TABLE", "jobs",
            "ATLAS_QUEUE_URL", "https://queue"));

    @Test
    void needsOnlyBucketTableAndQueue() {
        assertEquals(
                new FunctionSettings(
                        new Mount("local", ""),
                        "images",
                        "jobs",
                        "https://queue",
                        Duration.ofSeconds(120),
                        "jobs",
                        Level.INFO,
                        128,
                        new Admission(List.of(), "")),
                settings());
    }

    @Test
    void readsEveryVariable() {
        environment.put("ATLAS_OPTION", "lambda-http-api");
        environment.put("ATLAS_PREFIX", "/lambda-http-api");
        environment.put("ATLAS_VISIBILITY_SECONDS", "360");
        environment.put("ATLAS_JOB_KEY", "a-secret");
        environment.put("ATLAS_LOG_LEVEL", "DEBUG");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769");
        environment.put("ATLAS_ALLOW_CIDR", "203.0.113.0/24");
        environment.put("ATLAS_EDGE_SECRET", "a-secret-of-the-edge");
        assertEquals(
                new FunctionSettings(
                        new Mount("lambda-http-api", "/lambda-http-api"),
                        "images",
                        "jobs",
                        "https://queue",
                        Duration.ofMinutes(6),
                        "a-secret",
                        Level.DEBUG,
                        1769,
                        new Admission(Ipv4Range.parseList("203.0.113.0/24"), "a-secret-of-the-edge")),
                settings());
    }

    @Test
    void takesAnEmptyVariableForOneThatIsNotSet() {
        FunctionSettings plain = settings();
        for (String name : List.of("ATLAS_OPTION", "ATLAS_PREFIX", "ATLAS_JOB_KEY", "ATLAS_ALLOW_CIDR")) {
            environment.put(name, " ");
        }
        assertEquals(plain, settings());
    }

    @ParameterizedTest
    @CsvSource({
        "ATLAS_BUCKET, ATLAS_BUCKET",
        "ATLAS_TABLE, ATLAS_TABLE",
        "ATLAS_QUEUE_URL, ATLAS_QUEUE_URL",
        "ATLAS_TABLE ATLAS_BUCKET, 'ATLAS_BUCKET, ATLAS_TABLE'",
    })
    void refusesToStartWithoutBucketTableOrQueue(String unset, String named) {
        environment.keySet().removeAll(List.of(unset.split(" ")));
        assertEquals("not set: " + named + MISSING, refusal());
        for (String name : unset.split(" ")) {
            environment.put(name, "");
        }
        assertEquals("not set: " + named + MISSING, refusal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ATLAS_VISIBILITY_SECONDS | 0        | ATLAS_VISIBILITY_SECONDS must be 1 to 43200, got 0",
                "ATLAS_VISIBILITY_SECONDS | 43201    | ATLAS_VISIBILITY_SECONDS must be 1 to 43200, got 43201",
                "ATLAS_VISIBILITY_SECONDS | -1       | ATLAS_VISIBILITY_SECONDS must be 1 to 43200, got -1",
                "ATLAS_VISIBILITY_SECONDS | 2m       | ATLAS_VISIBILITY_SECONDS must be 1 to 43200, got 2m",
                "ATLAS_VISIBILITY_SECONDS | 99999999999 | ATLAS_VISIBILITY_SECONDS must be 1 to 43200, got 99999999999",
                "ATLAS_LOG_LEVEL          | info     | ATLAS_LOG_LEVEL must be one of DEBUG, INFO, WARN, ERROR, got info",
                "ATLAS_ALLOW_CIDR         | anywhere | ATLAS_ALLOW_CIDR must be IPv4 ranges such as 203.0.113.0/24, got 'anywhere'",
                "ATLAS_ALLOW_CIDR         | 10.0.0.1 | ATLAS_ALLOW_CIDR must say how many bits count, got '10.0.0.1'; try 10.0.0.1/32",
                "ATLAS_EDGE_SECRET        | letmein  | ATLAS_EDGE_SECRET must have 16 characters or more, got 7",
                "ATLAS_PREFIX             | atlas    | prefix must be empty or a slash and lower-case letters, digits and dashes, got atlas; try /local",
            })
    void refusesAValueThatIsNotFit(String name, String value, String message) {
        environment.put(name, value);
        assertEquals(message, refusal());
    }

    private String refusal() {
        return assertThrows(IllegalArgumentException.class, this::settings).getMessage();
    }

    private FunctionSettings settings() {
        return FunctionSettings.from(environment::get);
    }
}
