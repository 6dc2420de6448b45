package atlas.proof.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each gate says of one poor template, read from what its program really printed. */
class AnswersTest {
    @TempDir
    private Path root;

    @Test
    void cloudFormationValidateFindsWhatIsWrongAndLeavesItsAdviceOut() {
        Gate gate = new CloudFormationGate(Recorded.answerOf("cloudformation").installedIn(root));

        assertEquals(
                List.of(
                        new Finding(
                                "W3030",
                                "Poor",
                                "Log",
                                "Properties.RetentionInDays: 31 is not one of [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365,"
                                        + " 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]",
                                ""),
                        new Finding(
                                "W3005",
                                "Poor",
                                "Work",
                                "DependsOn: 'DeadLetters' dependency already enforced by a 'GetAtt' at"
                                        + " 'Properties.RedrivePolicy.deadLetterTargetArn'",
                                "Remove the DependsOn entry")),
                gate.findings(Recorded.TEMPLATES));
    }

    @Test
    void cfnLintFindsThemWithWhereToReadMore() {
        Gate gate = new CfnLintGate(Recorded.answerOf("cfn-lint").installedIn(root));

        assertEquals(List.of("E3030 Log", "W3005 Work"), namesOf(gate));
        assertEquals(
                "see https://aws.amazon.com/blogs/devops/optimize-aws-cloudformation-templates/",
                gate.findings(Recorded.TEMPLATES).get(1).remedy());
    }

    @Test
    void checkovNamesTheResourceAndTheProperty() {
        Gate gate = new CheckovGate(Recorded.answerOf("checkov").installedIn(root));

        assertEquals(List.of("CKV_AWS_27 DeadLetters", "CKV_AWS_158 Log", "CKV_AWS_27 Work"), namesOf(gate));
        assertEquals(
                new Finding(
                        "CKV_AWS_158",
                        "Poor",
                        "Log",
                        "Ensure that CloudWatch Log Group is encrypted by KMS",
                        "look at Properties/KmsKeyId"),
                gate.findings(Recorded.TEMPLATES).get(1));
    }

    /** However deep a rule's own parts lie in what cfn-guard prints. */
    @Test
    void guardNamesTheControlTheResourceAndTheFix() {
        Gate gate = new GuardGate(Recorded.answerOf("guard").installedIn(root));

        assertEquals(
                List.of(
                        "CT.SQS.PR.1 DeadLetters",
                        "CT.SQS.PR.2 DeadLetters",
                        "CT.CLOUDWATCH.PR.2 Log",
                        "CT.CLOUDWATCH.PR.3 Log",
                        "CT.SQS.PR.2 Work"),
                namesOf(gate));
        assertEquals(
                new Finding(
                        "CT.CLOUDWATCH.PR.3",
                        "Poor",
                        "Log",
                        "Require an Amazon CloudWatch log group to be encrypted at rest with an AWS KMS key",
                        "Set 'KmsKeyId' to the ARN of an AWS KMS customer managed key configured with permissions that"
                                + " allow the CloudWatch service principal to use the key."),
                gate.findings(Recorded.TEMPLATES).get(3));
    }

    @Test
    void eachTemplateIsJudgedForItsRegion() {
        Templates abroad = new Templates(
                Recorded.TEMPLATES.assembly(), List.of(new StackTemplate("Poor", Recorded.TEMPLATE, "eu-west-1")));
        Recorded linter = Recorded.answerOf("cfn-lint");
        Recorded validator = Recorded.answerOf("cloudformation");

        new CfnLintGate(linter.installedIn(root)).findings(abroad);
        new CloudFormationGate(validator.installedIn(root)).findings(abroad);

        assertTrue(linter.command().containsAll(List.of("--regions", "eu-west-1")));
        assertEquals("eu-west-1", validator.command().get(3));
    }

    private static List<String> namesOf(Gate gate) {
        return gate.findings(Recorded.TEMPLATES).stream()
                .map(finding -> finding.rule() + " " + finding.resource())
                .toList();
    }
}
