package atlas.proof.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.proof.RealAssembly;
import atlas.proof.gate.Gates;
import atlas.proof.gate.Tools;
import atlas.proof.rule.RulesGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The net catches fish: each mistake in the atlas's own templates is found by the rules that are said to find it, and by no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MistakesTest {
    private final List<Mistake> mistakes = Mistakes.read(RealAssembly.ROOT.resolve("proof/mistakes.yaml"));
    private Map<String, Set<String>> caught;

    @BeforeAll
    void makeThemAll() {
        caught = new Trial(RealAssembly.folder(), mistakes, Path.of("target/mistakes"))
                .by(new RulesGate(), mistakes)
                .rules();
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void areCaughtByOurRules(Mistake mistake) {
        assertEquals(
                new TreeSet<>(mistake.caught().getOrDefault("rules", List.of())),
                caught.get(mistake.id()),
                mistake.text());
    }

    @Test
    void areToldInTheDocuments() throws IOException {
        String table = new MistakesTable(mistakes, Gates.all(Tools.of(RealAssembly.ROOT))).markdown();

        assertTrue(
                Files.readString(RealAssembly.ROOT.resolve("docs/checking.md")).contains("-->\n" + table + "<!--"),
                "the table in docs/checking.md is stale; try ./atlas mistakes --docs");
    }

    @Test
    void haveNamesOfTheirOwn() {
        assertEquals(
                mistakes.size(), mistakes.stream().map(Mistake::id).distinct().count());
    }
}
