package atlas.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstanceSizeTest {
    /** MiB by the word after the dot; all types of the T family have 2 vCPU from nano to large. */
    private static final Map<String, Integer> T_MEMORY = Map.of("small", 2048, "medium", 4096, "large", 8192);

    /** CloudFormation takes a type that cannot run the image; the instances then never start. */
    @ParameterizedTest
    @EnumSource
    void offersTypesOfTheArchitectureOnly(InstanceSize size) {
        size.types(Architecture.ARM64).forEach(type -> assertTrue(type.matches("[a-z]\\d+g[a-z]*\\..+"), type));
        size.types(Architecture.X86_64).forEach(type -> assertTrue(type.matches("[a-z]\\d+(a|i)?\\..+"), type));
    }

    @ParameterizedTest
    @EnumSource
    void offersNoTypeSmallerThanItSays(InstanceSize size) {
        for (Architecture architecture : Architecture.values()) {
            List<Integer> memory = size.types(architecture).stream()
                    .map(type -> T_MEMORY.get(type.split("\\.")[1]))
                    .toList();
            assertEquals(size.memoryMiB(), memory.get(0));
            assertTrue(memory.stream().allMatch(mebibytes -> mebibytes >= size.memoryMiB()), memory::toString);
        }
    }

    /** Spot capacity runs out type by type. */
    @ParameterizedTest
    @EnumSource
    void offersMoreThanOneType(InstanceSize size) {
        for (Architecture architecture : Architecture.values()) {
            List<String> types = size.types(architecture);
            assertTrue(types.size() > 1, types::toString);
            assertEquals(types.stream().distinct().toList(), types);
        }
    }
}
