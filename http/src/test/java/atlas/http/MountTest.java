package atlas.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountTest {
    @ParameterizedTest
    @CsvSource({
        "/ecs-fargate/health, /ecs-fargate",
        "/ecs-fargate/, /ecs-fargate",
        "/ecs-fargate, /ecs-fargate",
        "/ecs-fargate/ecs-fargate/health, /ecs-fargate",
        "/ecs-fargate2/health, ''",
        "/health, ''",
        "/, ''",
        "'', ''"
    })
    void strips(String path, String prefix) {
        assertEquals(prefix, new Mount("ecs-fargate", "/ecs-fargate").prefixOf(path));
        assertEquals("", new Mount("ecs-fargate", "").prefixOf(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "ecs-fargate", "/ecs-fargate/", "/Ecs", "/a/b", "/.."})
    void refusesAPrefixOfAnotherForm(String prefix) {
        assertEquals(
                "prefix must be empty or a slash and lower-case letters, digits and dashes, got " + prefix
                        + "; try /ecs-fargate",
                assertThrows(IllegalArgumentException.class, () -> new Mount("ecs-fargate", prefix))
                        .getMessage());
    }
}
