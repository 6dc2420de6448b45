package atlas.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookUpTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @CsvSource({
        "maven:g:a, maven:g:a, true",
        "maven:g:a, maven:g:ab, false",
        "maven:g:*, maven:g:ab, true",
        "maven:g:*, maven:gh:ab, false",
    })
    void coversWhatItNames(String pattern, String name, boolean covered) {
        var lookUp = new LookUp("g a CVE", DAY, List.of(pattern), "", "");

        assertEquals(covered, lookUp.covers(new Library(name, "1", List.of())));
    }

    @Test
    void refusesASearchForNothing() {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> new LookUp(" ", DAY, List.of("maven:g:a"), "", ""));

        assertEquals("a look-up must tell its words and packages, got \" \" for [maven:g:a]", refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "hearsay, it is fine",
        "https://example.com/1, ''",
        "'', it is fine",
    })
    void refusesAPageThatSaysNothingAndAWordWithoutAPage(String nearest, String says) {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> new LookUp("g a CVE", DAY, List.of("maven:g:a"), nearest, says));

        assertEquals(
                "nearest must be a page, with what it says, got \"%s\" and \"%s\" for [maven:g:a]"
                        .formatted(nearest, says),
                refused.getMessage());
    }
}
