package atlas.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {
    private static final Setting<Integer> SIZE = Setting.whole("size", 3, 1, 9, "how big");
    private static final Setting<List<String>> NAMES =
            Setting.list("names", "words", "none", "a,b", String::toUpperCase, "who");

    @Test
    void fallsBackToItsDefault() {
        assertEquals(3, SIZE.read(key -> null));
        assertEquals(List.of(), NAMES.read(key -> null));
    }

    @Test
    void leavesADefaultThatHangsOnTheProfileToItsReader() {
        Setting<Boolean> flag = Setting.flag("flag", Profile.PRODUCTION, "what for");

        assertNull(flag.read(key -> null));
        assertEquals("true in production", flag.defaultText());
    }

    @Test
    void readsItsOwnKeyOnly() {
        assertEquals(7, SIZE.read(Map.of("size", "7", "names", "x")::get));
    }

    /** cdk.json is JSON: its reader gives numbers, flags and lists where the command line gives text. */
    @Test
    void readsTheValuesOfJsonLikeText() {
        assertEquals(7, SIZE.read(key -> 7));
        assertEquals(7, SIZE.read(key -> 7L));
        assertEquals(7, SIZE.read(key -> 7.0));
        assertEquals(true, Setting.flag("flag", false, "what for").read(key -> true));
        assertEquals(List.of("A", "B"), NAMES.read(key -> List.of("a", "b")));
    }

    @Test
    void ignoresBlanksAroundValues() {
        assertEquals(7, SIZE.read(key -> " 7 "));
        assertEquals(List.of("A", "B"), NAMES.read(key -> " a , b "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | size must be 1 to 9, got 0; try -c size=3",
                "10 | size must be 1 to 9, got 10; try -c size=3",
                "3.5 | size must be 1 to 9, got 3.5; try -c size=3",
                "99999999999 | size must be 1 to 9, got 99999999999; try -c size=3",
                "three | size must be 1 to 9, got three; try -c size=3",
                "'' | size must be 1 to 9, got nothing; try -c size=3",
            })
    void saysKeyAndValueAndWhatIsAllowedAndWhatToType(String given, String message) {
        var refused = assertThrows(SettingsException.class, () -> SIZE.read(key -> given));
        assertEquals(message, refused.getMessage());
    }

    @Test
    void refusesANumberThatIsNotWhole() {
        var refused = assertThrows(SettingsException.class, () -> SIZE.read(key -> 3.5));
        assertEquals("size must be 1 to 9, got 3.5; try -c size=3", refused.getMessage());
    }

    @Test
    void refusesAListWithOneBadElement() {
        Setting<List<Integer>> sizes = Setting.list("sizes", "numbers", "none", "1,2", Integer::valueOf, "how big");

        var refused = assertThrows(SettingsException.class, () -> sizes.read(key -> "1,two"));

        assertEquals("sizes must be numbers, got 1,two; try -c sizes=1,2", refused.getMessage());
    }

    @Test
    void readsAnExplicitNullAsAbsent() {
        Map<String, Object> context = new HashMap<>();
        context.put("size", null);

        assertEquals(3, SIZE.read(context::get));
    }
}
