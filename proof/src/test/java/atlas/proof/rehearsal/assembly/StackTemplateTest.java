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

    @Test
    void theOrderOfPropertiesMakesNoOther() throws JsonProcessingException {
        assertEquals(digest("{\"a\": 1, \"b\": 2}"), digest("{\"b\": 2, \"a\": 1}"));
    }

    @Test
    void aPropertyMakesAnother() throws JsonProcessingException {
        assertNotEquals(digest(withAsset("a", 1769)), digest(withAsset("a", 1770)));
    }
}
