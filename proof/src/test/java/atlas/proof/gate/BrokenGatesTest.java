package atlas.proof.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gate that says nothing must not count as one that has nothing against a template. */
class BrokenGatesTest {
    @TempDir
    private Path root;

    enum Public {
        CLOUDFORMATION(CloudFormationGate::new),
        CFN_LINT(CfnLintGate::new),
        CHECKOV(CheckovGate::new),
        GUARD(GuardGate::new);

        private final Function<Tools, Gate> gate;

        Public(Function<Tools, Gate> gate) {
            this.gate = gate;
        }
    }

    @ParameterizedTest
    @EnumSource
    void skipsWhatIsNotInstalled(Public one) {
        Gate gate = one.gate.apply(new Tools(root, Recorded.saying("[]")));

        assertEquals("it is not installed; try proof/install-gates", skipped(gate));
    }

    @ParameterizedTest
    @EnumSource
    void skipsWhatIsInstalledInAnotherVersion(Public one) {
        Gate gate = one.gate.apply(Recorded.saying("[]").installedIn(root));
        Recorded.write(root.resolve("proof/gates/package-lock.json"), "newer");
        Recorded.write(root.resolve("proof/gates/requirements.txt"), "newer");

        assertEquals("another version is installed; try proof/install-gates", skipped(gate));
    }

    @Test
    void namesWhatIsGoneFromAnInstallation() throws Exception {
        Tools tools = Recorded.saying("[]").installedIn(root);
        Path gone = root.resolve(".tools/gates/python/bin/cfn-lint");
        Files.delete(gone);

        assertEquals(
                "there is no %s; remove the folder .tools/gates and try proof/install-gates".formatted(gone),
                skipped(new CfnLintGate(tools)));
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheLastWordsOfOneThatCrashes(Public one) {
        String trace = "Traceback (most recent call last):\n  File \"x.py\", line 1\nMemoryError: no room\n";

        assertEquals(
                "it ended with exit code 1 and said: MemoryError: no room",
                broken(one, Recorded.failing(1, "", trace)));
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatIsSaidInsteadOfJson(Public one) {
        assertEquals(
                "it ended with exit code 0 and said: usage: cfn-lint [OPTIONS]",
                broken(one, Recorded.saying("usage: cfn-lint [OPTIONS]\n  --more")));
        assertEquals("it ended with exit code 137 and no word", broken(one, Recorded.failing(137, "", "")));
        assertEquals("it ended with exit code 0 and said: [] and more", broken(one, Recorded.saying("[] and more")));
    }

    @Test
    void takesNoEmptyAnswerForAJudgement() {
        assertEquals("it says nothing of Poor", broken(Public.CLOUDFORMATION, Recorded.saying("[]")));
        assertEquals("it says nothing of Poor", broken(Public.GUARD, Recorded.saying("[]")));
        assertEquals("it answers without results", broken(Public.CHECKOV, Recorded.saying("{}")));
        assertEquals("it answers with something other than a list", broken(Public.CFN_LINT, Recorded.saying("{}")));
    }

    @Test
    void takesNoTemplateThatWasNotReadForAGoodOne() {
        String file = Recorded.TEMPLATE.toAbsolutePath().toString();

        assertEquals(
                "it says ANALYSIS_INCOMPLETE of Poor",
                broken(
                        Public.CLOUDFORMATION,
                        Recorded.saying("[{\"filePath\":\"%s\",\"status\":\"ANALYSIS_INCOMPLETE\"}]".formatted(file))));
        assertEquals(
                "it cannot read broken.yaml",
                broken(
                        Public.CHECKOV,
                        Recorded.saying("{\"results\":{\"failed_checks\":[],\"parsing_errors\":[\"broken.yaml\"]}}")));
    }

    @Test
    void saysWhereThereIsNoGuard() {
        assertEquals("bin/ubuntu/x86_64/cfn-guard", GuardGate.binary("Linux", "amd64"));
        assertEquals("bin/macos/aarch64/cfn-guard", GuardGate.binary("Mac OS X", "aarch64"));
        assertEquals(
                "there is no cfn-guard for Windows 11; use Linux or macOS",
                assertThrows(SkippedGate.class, () -> GuardGate.binary("Windows 11", "amd64"))
                        .getMessage());
        assertEquals(
                "there is no cfn-guard for a processor riscv64",
                assertThrows(SkippedGate.class, () -> GuardGate.binary("Linux", "riscv64"))
                        .getMessage());
    }

    @Test
    void knowsNoFileThatItWasNotAskedAbout() {
        assertEquals(
                "it speaks of a file that it was not given: /other.json",
                broken(Public.CFN_LINT, Recorded.saying("[{\"Filename\":\"/other.json\",\"Rule\":{\"Id\":\"E1\"}}]")));
    }

    private String broken(Public one, Recorded program) {
        Gate gate = one.gate.apply(program.installedIn(root));
        return assertThrows(BrokenGate.class, () -> gate.findings(Recorded.TEMPLATES))
                .getMessage();
    }

    private static String skipped(Gate gate) {
        return assertThrows(SkippedGate.class, () -> gate.findings(Recorded.TEMPLATES))
                .getMessage();
    }

    @Test
    void areNamedOnceAndInOrder() {
        assertEquals(
                List.of("cloudformation", "cfn-lint", "guard", "checkov", "rules"),
                Gates.all(Tools.of(root)).stream().map(Gate::name).toList());
    }
}
