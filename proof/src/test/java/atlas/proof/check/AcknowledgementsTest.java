package atlas.proof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import atlas.proof.gate.Finding;
import atlas.proof.gate.Gates;
import atlas.proof.gate.Tools;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcknowledgementsTest {
    private static final String ONE = """
            - reason: A log of who reads the log would have no end.
              profile: sandbox
              findings:
                checkov CKV_AWS_18:
                  - Web/AccessLogs/Resource
            """;

    @Test
    void coverOneRuleOfOneResourceInOneProfile() {
        Acknowledgements acknowledged = Acknowledgements.parse(ONE);

        assertEquals(
                Optional.of("A log of who reads the log would have no end."),
                acknowledged.reason(held("checkov", "CKV_AWS_18", "sandbox", "Web/AccessLogs/Resource")));
        assertEquals(
                Optional.empty(),
                acknowledged.reason(held("checkov", "CKV_AWS_18", "production", "Web/AccessLogs/Resource")));
        assertEquals(
                Optional.empty(),
                acknowledged.reason(held("checkov", "CKV_AWS_21", "sandbox", "Web/AccessLogs/Resource")));
        assertEquals(
                Optional.empty(),
                acknowledged.reason(held("guard", "CKV_AWS_18", "sandbox", "Web/AccessLogs/Resource")));
        assertEquals(
                Optional.empty(),
                acknowledged.reason(held("checkov", "CKV_AWS_18", "sandbox", "Web/AccessLogs/Resource/Policy")));
    }

    @Test
    void coverBothProfilesWithoutAProfile() {
        Acknowledgements acknowledged = Acknowledgements.parse(ONE.replace("  profile: sandbox\n", ""));

        for (String profile : List.of("sandbox", "production")) {
            assertEquals(
                    Optional.of("A log of who reads the log would have no end."),
                    acknowledged.reason(held("checkov", "CKV_AWS_18", profile, "Web/AccessLogs/Resource")));
        }
    }

    @Test
    void areUnneededOnceNothingFindsThem() {
        Acknowledgements acknowledged = Acknowledgements.parse(ONE);
        List<Held> found = List.of(held("checkov", "CKV_AWS_18", "sandbox", "Web/AccessLogs/Resource"));
        List<Held> fixed = List.of(held("checkov", "CKV_AWS_18", "production", "Web/AccessLogs/Resource"));

        assertEquals(List.of(), acknowledged.unneeded(gate -> true, found));
        assertEquals(
                "[checkov CKV_AWS_18 of Web/AccessLogs/Resource in the profile sandbox]",
                acknowledged.unneeded(gate -> true, fixed).toString());
        assertEquals(List.of(), acknowledged.unneeded(gate -> false, fixed), "of a gate that did not judge");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Web/AccessLogs/Resource | Web/* | an acknowledgement names one resource by stack and path, such as"
                        + " Web/Balancer/Resource, got Web/*",
                "Web/AccessLogs/Resource | Web | an acknowledgement names one resource by stack and path, such as"
                        + " Web/Balancer/Resource, got Web",
                "A log of who reads the log would have no end. | Not now. | the reason for checkov CKV_AWS_18 must be a"
                        + " sentence of 5 words or more, got \"Not now.\"",
                "would have no end. | would have no end | the reason for checkov CKV_AWS_18 must be a sentence of 5 words"
                        + " or more, got \"A log of who reads the log would have no end\"",
                "sandbox | sandpit | the profile of an acknowledgement is sandbox or production, got sandpit",
                "profile: | profiles: | an entry has reason, profile and findings, got profiles",
                "checkov CKV_AWS_18 | CKV_AWS_18 | a finding is a gate and its rule, such as checkov CKV_AWS_18, got"
                        + " CKV_AWS_18",
                "findings: | #findings: | it is not YAML",
            })
    void refuseWhatSaysTooLittleOrTooMuch(String right, String wrong, String message) {
        String refused = assertThrows(BadInput.class, () -> Acknowledgements.parse(ONE.replace(right, wrong)))
                .getMessage();

        assertEquals(message, refused.startsWith("it is not YAML") ? "it is not YAML" : refused);
    }

    @Test
    void refuseTwoReasonsForOneFinding() {
        assertEquals(
                "there are two reasons for checkov CKV_AWS_18 of Web/AccessLogs/Resource in the profile sandbox",
                assertThrows(BadInput.class, () -> Acknowledgements.parse(ONE + ONE))
                        .getMessage());
    }

    @Test
    void refuseAnEntryThatIsAboutNothing() {
        assertEquals(
                "an entry names no finding: It is so because it is so.",
                assertThrows(
                                BadInput.class,
                                () -> Acknowledgements.parse("- reason: It is so because it is so.\n  findings: {}"))
                        .getMessage());
    }

    /** The file itself, as far as it can be judged without asking the gates. */
    @Test
    void ofTheAtlasAreWellFormedAndOfGatesThatThereAre() {
        Acknowledgements ours = Acknowledgements.read(Path.of("acknowledged.yaml"));

        assertEquals(5, Gates.named(ours.gates(), Tools.of(Path.of(".."))).size());
    }

    static Held held(String gate, String rule, String profile, String resource) {
        String stack = resource.substring(0, resource.indexOf('/'));
        return new Held(gate, profile, profile, resource, new Finding(rule, stack, "Id", "it is so", "do it"));
    }
}
