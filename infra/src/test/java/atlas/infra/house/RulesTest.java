package atlas.infra.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of the house that no compiler knows. */
class RulesTest {
    private static final int LONGEST_FILE = 300;

    @Test
    void aFileIsReadInOneSitting() {
        assertEquals(
                List.of(),
                Sources.modules().stream()
                        .flatMap(module -> Stream.of("main", "test").flatMap(part -> Sources.of(module, part).stream()))
                        .filter(file -> Sources.text(file).lines().count() > LONGEST_FILE)
                        .toList());
    }

    /** The same commit gives the same templates: nothing may come from the hour, the machine or chance. */
    @Test
    void aStackKnowsNeitherTimeNorMachineNorChance() {
        assertEquals(
                List.of(),
                stacks().filter(file -> !Sources.found(
                                        "(System\\.getenv|System\\.getProperty|\\.now\\(|nanoTime|currentTimeMillis|Random|UUID)",
                                        Sources.text(file))
                                .isEmpty())
                        .toList());
    }

    /** Merely to touch the class loads 352 constants, one call to another process each. */
    @Test
    void aStackStaysAwayFromTimeZone() {
        assertEquals(
                List.of(),
                stacks().filter(file -> Sources.imports(file).contains("software.amazon.awscdk.TimeZone"))
                        .toList());
    }

    /** A look-up asks an account, and writes its answer into everybody's templates. */
    @Test
    void aStackLooksNothingUp() {
        assertEquals(
                List.of(),
                stacks().filter(file -> !Sources.found(
                                        "(fromLookup|\\.lookup\\(|valueFromLookup|EdgeFunction)", Sources.text(file))
                                .isEmpty())
                        .toList());
    }

    private static Stream<Path> stacks() {
        return Sources.of("infra", "main").stream()
                .filter(file -> !file.getParent().endsWith("cli"));
    }
}
