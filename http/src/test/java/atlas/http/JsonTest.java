package atlas.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Property
    void isReadBackAsItWasWritten(@ForAll Map<String, String> texts, @ForAll long number, @ForAll boolean yes)
            throws IOException {
        var fields = new LinkedHashMap<String, Object>(texts);
        fields.put("number", number);
        fields.put("yes", yes);
        String json = Json.object(fields);
        assertTrue(json.chars().allMatch(c -> c >= ' ' && c <= '~'), json);
        Map<String, Object> read = JSON.std.mapFrom(json);
        assertEquals(number, ((Number) read.put("number", number)).longValue());
        assertEquals(fields, read);
    }

    @Test
    void escapesWhatMayNotStandInAString() {
        assertEquals(
                "{\"a\":\"\\\"\\\\\\n\\t\\u0000\\u00e9\\ud83d\\ude00\",\"b\":1.5}",
                Json.object(ordered("a", "\"\\\n\t\0é😀", "b", 1.5)));
        assertEquals("{}", Json.object(Map.of()));
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(first, one);
        fields.put(second, two);
        return fields;
    }
}
