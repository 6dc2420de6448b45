package atlas.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvisoryTest {
    private static final String PAGE = "https://example.com/CVE-1";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @CsvSource({
        "2.21.5, true",
        "2.21.6, false",
        "2.22.0-rc1, false",
        "2.22.1, true",
        "2.22.2, false",
        "2.22.10, false",
    })
    void concernsTheVersionsInItsRanges(String version, boolean concerned) {
        var advisory = new Advisory("maven:g:a", "[2.0,2.21.6),[2.22.0,2.22.2)", "CVE-1", PAGE, DAY, "");

        assertEquals(concerned, advisory.concerns(new Library("maven:g:a", version, List.of())));
    }

    @Test
    void concernsNoOtherLibrary() {
        var advisory = new Advisory("maven:g:a", "(,9)", "CVE-1", PAGE, DAY, "");

        assertEquals(false, advisory.concerns(new Library("npm:a", "1", List.of())));
    }

    /** One version alone is a wish to Maven, which every version would grant. */
    @Test
    void refusesAVersionInPlaceOfARange() {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> new Advisory("maven:g:a", "2.0", "CVE-1", PAGE, DAY, ""));

        assertEquals("affected must be ranges such as [2.0,2.7), got 2.0 for CVE-1 of maven:g:a", refused.getMessage());
    }

    @Test
    void refusesToBeWithoutASource() {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> new Advisory("maven:g:a", "(,2)", "CVE-1", "hearsay", DAY, ""));

        assertEquals("source must be a page, got \"hearsay\" for CVE-1", refused.getMessage());
    }
}
