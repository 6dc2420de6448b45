package atlas.proof.rehearsal.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a template counts as the one that was rehearsed. */
class StackTemplateTest {
    private static String digest(String template) throws JsonProcessingException {
        return new StackTemplate("A", "AtlasA", "us-east-1", "a.json", Set.of(), new ObjectMapper().readTree(template))
                .digest();
    }

    private static String withAsset(String digit, int memory) {
        return "{\"Key\": \"%s.jar\", \"Memory\": %d}".formatted(digit.repeat(64), memory);
    }

    @Test
    void aJarThatWasBuiltAgainMakesNoOther() throws JsonProcessingException {
        assertEquals(digest(withAsset("a", 1769)), digest(withAsset("b", 1769)));
    }

    /** The CDK names a function's version by what the function is made of. */
    @Test
    void aVersionOfOtherCodeMakesNoOther() throws JsonProcessingException {
        assertEquals(digest(version("0123456789abcdef0123456789abcdef")), digest(version("fedcba98".repeat(4))));
    }

    private static String version(String hash) {
        return "{\"Resources\": {\"RequestsCurrentVersionE5D66B9A%s\": {}}}".formatted(hash);
    }

    @Test
    void theOrderOfPropertiesMakesNoOther() throws JsonProcessingException {
        assertEquals(digest("{\"a\": 1, \"b\": 2}"), digest("{\"b\": 2, \"a\": 1}"));
    }

    @Test
    void aPropertyMakesAnother() throws JsonProcessingException {
        assertNotEquals(digest(withAsset("a", 1769)), digest(withAsset("a", 1770)));
    }
}
