package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.http.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerSettingsTest {
    private final Map<String, String> environment =
            new HashMap<>(Map.of("ATLAS_BUCKET", "images", "ATLAS_TABLE", "jobs"));

    @Test
    void needsBucketAndTableOnly() {
        assertEquals(new TriggerSettings("local", "images", "jobs", Duration.ofMinutes(2), Level.INFO), settings());
    }

    @Test
    void takesWhatIsSet() {
        environment.putAll(Map.of(
                "ATLAS_OPTION", "lambda-schedule",
                "ATLAS_VISIBILITY_SECONDS", "150",
                "ATLAS_LOG_LEVEL", "DEBUG"));
        assertEquals(
                new TriggerSettings("lambda-schedule", "images", "jobs", Duration.ofSeconds(150), Level.DEBUG),
                settings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ATLAS_BUCKET             | not set: ATLAS_BUCKET; a function keeps nothing itself, so it needs the names of a bucket and a table",
                "ATLAS_TABLE              | not set: ATLAS_TABLE; a function keeps nothing itself, so it needs the names of a bucket and a table",
                "ATLAS_BUCKET ATLAS_TABLE | not set: ATLAS_BUCKET, ATLAS_TABLE; a function keeps nothing itself, so it needs the names of a bucket and a table",
            })
    void refusesToStartWithoutBucketOrTable(String unset, String message) {
        for (String name : unset.split(" ")) {
            environment.put(name, " ");
        }
        assertEquals(message, refusal());
    }

    @ParameterizedTest
    @CsvSource({
        "ATLAS_VISIBILITY_SECONDS, 0, 'ATLAS_VISIBILITY_SECONDS must be 1 to 43200, got 0'",
        "ATLAS_LOG_LEVEL, LOUD, 'ATLAS_LOG_LEVEL must be one of DEBUG, INFO, WARN, ERROR, got LOUD'",
    })
    void refusesAValueThatIsNotFit(String name, String value, String message) {
        environment.put(name, value);
        assertEquals(message, refusal());
    }

    private String refusal() {
        return assertThrows(IllegalArgumentException.class, this::settings).getMessage();
    }

    private TriggerSettings settings() {
        return TriggerSettings.from(environment::get);
    }
}
