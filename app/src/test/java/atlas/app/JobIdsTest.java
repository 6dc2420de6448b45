package atlas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobIdsTest {
    private final JobIds ids = new JobIds("a secret", () -> "fresh-id");

    @Test
    void givesTheFreshIdWithoutAKey() {
        assertEquals("fresh-id", ids.fresh());
    }

    /** HMAC-SHA256 of the key under the secret, base64url, cut; pinned, since all versions of all options must agree. */
    @Test
    void derivesTheSameIdFromTheSameKeyForEver() {
        assertEquals("bbKwfdPMeZM5bP4-x1otWtXMc0WChsfF", ids.ofKey("order-1"));
    }

    @Property
    void derivesAnIdFromAnyKey(@ForAll String key) {
        assertTrue(JobIds.isId(ids.ofKey(key)));
        assertEquals(ids.ofKey(key), new JobIds("a secret", () -> "").ofKey(key));
        assertNotEquals(ids.ofKey(key), ids.ofKey(key + "1"));
    }

    @Test
    void cannotBeGuessedWithoutTheSecret() {
        assertNotEquals(ids.ofKey("order-1"), new JobIds("another secret", () -> "").ofKey("order-1"));
    }

    @Test
    void refusesAnEmptySecret() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new JobIds("", () -> ""));
        assertEquals("the secret for job ids must not be empty", refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "abcdefgh, true",
        "ABC_def-123, true",
        "abcdefg, false",
        "'', false",
        "../../etc, false",
        "abcdefg/hij, false",
        "abcdefgh.png, false",
        "abcdefghé, false"
    })
    void knowsAnIdByItsForm(String text, boolean isId) {
        assertEquals(isId, JobIds.isId(text));
    }

    @Test
    void boundsTheLengthOfAnId() {
        assertTrue(JobIds.isId("a".repeat(64)));
        assertEquals(false, JobIds.isId("a".repeat(65)));
    }
}
