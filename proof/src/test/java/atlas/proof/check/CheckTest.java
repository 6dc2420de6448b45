package atlas.proof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.report.Json;
import atlas.proof.gate.BrokenGate;
import atlas.proof.gate.Finding;
import atlas.proof.gate.Gate;
import atlas.proof.gate.SkippedGate;
import atlas.proof.gate.StackTemplate;
import atlas.proof.gate.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    private static final Finding OPEN = new Finding("O1", "Web", "PortA1B2", "the port is open", "close it");
    private static final Acknowledgements ACKNOWLEDGED = Acknowledgements.parse("""
            - reason: Whoever comes in by this port is meant to.
              findings:
                strict O1:
                  - Web/Port/Resource
                strict O2:
                  - Web/Door/Resource
            """);

    @TempDir
    private Path folder;

    private Templates templates;

    private record Fake(String name, Supplier<List<Finding>> says) implements Gate {
        @Override
        public String version() {
            return "1.0";
        }

        @Override
        public List<Finding> findings(Templates templates) {
            return says.get();
        }
    }

    @BeforeEach
    void synthesize() throws IOException {
        Path template = folder.resolve("Web.template.json");
        templates = new Templates(Optional.of(folder), List.of(new StackTemplate("Web", template, "us-east-1")));
        Files.writeString(folder.resolve("Web.metadata.json"), """
                {"/Web/Port/Resource": [{"type": "aws:cdk:logicalId", "data": "PortA1B2"}]}""");
    }

    @Test
    void namesAResourceByItsConstructPath() {
        CheckResult result = check(Acknowledgements.none(), true, new Fake("strict", () -> List.of(OPEN)));

        assertEquals("Web/Port/Resource", result.left().get(0).resource());
        assertFalse(result.isClean());
    }

    @Test
    void leavesOutWhatIsMeantAndTellsOfReasonsThatNothingNeeds() {
        CheckResult result = check(ACKNOWLEDGED, true, new Fake("strict", () -> List.of(OPEN)));

        assertEquals(List.of(), result.left());
        assertEquals("[strict O2 of Web/Door/Resource]", result.unneeded().toString());
        assertFalse(result.isClean(), "a reason for nothing is something to do");
    }

    /** Under other settings than all it may be needed. */
    @Test
    void judgesReasonsOnlyWhereAllIsJudged() {
        assertTrue(check(ACKNOWLEDGED, false, new Fake("strict", () -> List.of(OPEN)))
                .isClean());
    }

    @Test
    void judgesNoReasonsOfAGateThatDidNotJudge() {
        CheckResult result = check(ACKNOWLEDGED, true, skipped());

        assertEquals(List.of(), result.unneeded());
        assertTrue(result.isClean());
        assertTrue(result.isSkipped());
    }

    @Test
    void isNotCleanWhenAGateBreaks() {
        CheckResult result = check(Acknowledgements.none(), true, broken());

        assertFalse(result.isClean());
        assertEquals(
                Optional.of("sandbox: it ended with exit code 1 and no word"),
                result.gates().get(0).broken());
    }

    @Test
    void tellsInWordsWhatIsToDo() {
        CheckResult result = check(ACKNOWLEDGED, true, new Fake("lax", () -> List.of(OPEN)), skipped(), broken());

        assertEquals("""
                Web/Port/Resource: lax O1 (sandbox, production)
                  the port is open
                  to do: close it

                skipped strict: it is not installed; try proof/install-gates

                broken shaky: sandbox: it ended with exit code 1 and no word

                gate    version  templates  findings  acknowledged  seconds
                lax     1.0              2         1             0      0.0
                strict  1.0        skipped   skipped       skipped      0.0
                shaky   1.0         broken    broken        broken      0.0

                1 finding is left to fix, or to acknowledge; 2 of 3 gates did not judge""", CheckText.of(result).replaceAll("  \\d+\\.\\d(?=\n)", "  0.0"));
    }

    @Test
    void tellsInWordsOfAReasonThatNothingNeeds() {
        assertEquals(
                """
                strict O2 of Web/Door/Resource
                  nothing finds it any more; take it out of proof/acknowledged.yaml""",
                CheckText.of(check(ACKNOWLEDGED, true, new Fake("strict", () -> List.of(OPEN))))
                        .split("\n\n")[0]);
    }

    @Test
    void recordsWhatIsTheSameEveryTime() {
        Check check = new Check(List.of(new Fake("strict", () -> List.of(OPEN))), line -> {});
        List<Subject> subjects = List.of(
                new Subject("sandbox", Map.of(), templates),
                new Subject("production", Map.of("profile", "production"), templates));
        subjects.forEach(check::begin);
        CheckResult result = check.result(ACKNOWLEDGED, true);
        check.close();

        assertEquals("""
                {
                  "gates" : {
                    "strict" : "1.0"
                  },
                  "settings" : {
                    "sandbox" : { },
                    "production" : {
                      "profile" : "production"
                    }
                  },
                  "stacks" : {
                    "Web" : {
                      "strict" : {
                        "findings" : 0,
                        "acknowledged" : 1
                      }
                    }
                  }
                }""", Json.pretty(CheckJson.record(result, ACKNOWLEDGED, subjects)));
    }

    @Test
    void tellsScriptsOfEachFindingWithItsReason() {
        CheckResult result = check(ACKNOWLEDGED, true, new Fake("strict", () -> List.of(OPEN)));

        assertEquals("""
                {
                  "gate" : "strict",
                  "rule" : "O1",
                  "subject" : "sandbox",
                  "stack" : "Web",
                  "logicalId" : "PortA1B2",
                  "resource" : "Web/Port/Resource",
                  "text" : "the port is open",
                  "remedy" : "close it",
                  "acknowledged" : "Whoever comes in by this port is meant to."
                }""", Json.pretty(CheckJson.of(result, ACKNOWLEDGED).at("/findings/0")));
    }

    private static Gate skipped() {
        return new Fake("strict", () -> {
            throw new SkippedGate("it is not installed; try proof/install-gates");
        });
    }

    private static Gate broken() {
        return new Fake("shaky", () -> {
            throw new BrokenGate("it ended with exit code 1 and no word");
        });
    }

    private CheckResult check(Acknowledgements acknowledged, boolean whole, Gate... gates) {
        try (Check check = new Check(List.of(gates), line -> {})) {
            check.begin(new Subject("sandbox", Map.of(), templates));
            check.begin(new Subject("production", Map.of("profile", "production"), templates));
            return check.result(acknowledged, whole);
        }
    }
}
