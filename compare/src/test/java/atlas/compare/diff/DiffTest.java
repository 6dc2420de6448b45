package atlas.compare.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.Written;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUps;
import atlas.compare.template.Stack;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffTest {
    private static final Path TWO_OPTIONS = Path.of("src/test/resources/atlas/compare/cli/two-options");

    private static Diff diff(String left, String right) {
        return Diff.of(Written.setUp("Resources:\n" + left), Written.setUp("Resources:\n" + right));
    }

    private static StackDiff stack(String left, String right) {
        return diff(left, right).stacks().get(0);
    }

    private static List<String> pairs(String left, String right) {
        return stack(left, right).pairs().stream()
                .map(pair -> pair.left().name() + " | " + pair.right().name())
                .toList();
    }

    private static List<String> names(List<Resource> resources) {
        return resources.stream().map(resource -> resource.name().toString()).toList();
    }

    /** Of one resource of some type, with these properties left and right. */
    private static List<String> differences(String left, String right) {
        return differencesOf(
                "  It: { Type: Acme, Properties: %s }".formatted(left),
                "  It: { Type: Acme, Properties: %s }".formatted(right));
    }

    private static List<String> differencesOf(String left, String right) {
        return diff(left, right).stacks().stream()
                .flatMap(stack -> stack.changed().stream())
                .flatMap(pair -> pair.differences().stream())
                .map(difference -> "%s: %s | %s"
                        .formatted(
                                difference.path(),
                                difference.left().orElse("-"),
                                difference.right().orElse("-")))
                .toList();
    }

    @Test
    void pairsByTypeAndClosestIdWithoutItsHash() {
        String left = """
                  TaskRoleAAAAAAAA: { Type: 'AWS::IAM::Role' }
                  InstanceRoleBBBBBBBB: { Type: 'AWS::IAM::Role' }
                  Anything: { Type: 'AWS::SQS::Queue' }
                  Task: { Type: 'AWS::SNS::Topic' }
                """;
        String right = """
                  TaskRolesCCCCCCCC: { Type: 'AWS::IAM::Role' }
                  TaskRoleDDDDDDDD: { Type: 'AWS::IAM::Role' }
                  Else: { Type: 'AWS::SQS::Queue' }
                  Task: { Type: 'AWS::S3::Bucket' }
                """;

        assertEquals(List.of("TaskRoleAAAAAAAA | TaskRoleDDDDDDDD", "Anything | Else"), pairs(left, right));
        assertEquals(
                List.of("InstanceRoleBBBBBBBB", "Task"),
                names(stack(left, right).onlyLeft()));
        assertEquals(
                List.of("TaskRolesCCCCCCCC", "Task"), names(stack(left, right).onlyRight()));
    }

    @Test
    void pairsEqualIdsBeforeCloserHashes() {
        assertEquals(
                List.of("RoleAAAAAAAA | RoleBBBBBBBB", "RoleCCCCCCCC | RoleCCCCCCCC"),
                pairs(
                        "  RoleAAAAAAAA: { Type: 'AWS::IAM::Role' }\n  RoleCCCCCCCC: { Type: 'AWS::IAM::Role' }\n  Mine: { Type: Acme }\n",
                        "  RoleCCCCCCCC: { Type: 'AWS::IAM::Role' }\n  RoleBBBBBBBB: { Type: 'AWS::IAM::Role' }\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{ Cpu: 896 }; { Cpu: 1024 }; Cpu: 896 | 1024",
                "{ A: { B: { C: x } } }; { A: { B: { C: y } } }; A.B.C: x | y",
                "{ A: 1 }; { }; A: 1 | -",
                "{ }; { A: { B: 1 } }; A.B: - | 1",
                "{ A: [{ B: 1 }, { B: 2 }] }; { A: [{ B: 1 }, { B: 3 }] }; A[1].B: 2 | 3",
                "{ A: [x, y] }; { A: [x, z, y] }; A: x, y | x, z, y",
                "{ A: {} }; { }; A: empty | -",
                "{ Environment: [{ Name: PORT, Value: 80 }, { Name: HOST, Value: a }] }; { Environment: [{ Name: HOST, Value: a }, { Name: PORT, Value: 81 }] }; Environment[PORT]: 80 | 81",
                "{ Secrets: [{ Name: KEY, ValueFrom: a }] }; { Secrets: [{ Name: KEY, ValueFrom: b }] }; Secrets[KEY]: a | b",
                "{ Tags: [{ Key: a, Value: 1 }] }; { Tags: [{ Key: a, Value: 2 }] }; Tags[a]: 1 | 2",
                "{ A: [{ Name: x, Value: 1 }, { Name: x, Value: 2 }] }; { A: [{ Name: x, Value: 1 }, { Name: x, Value: 3 }] }; A[1].Value: 2 | 3",
                "{ A: !Sub '${AWS::AccountId}-a' }; { A: b }; A: ${AWS::AccountId}-a | b",
            })
    void tellsThePropertyThatDiffers(String left, String right, String difference) {
        assertEquals(List.of(difference), differences(left, right));
    }

    /** A template may write a number as a text, and the fields of an object in any order. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{ Cpu: 1024 }; { Cpu: '1024' }",
                "{ A: true }; { A: 'true' }",
                "{ A: 1, B: 2 }; { B: 2, A: 1 }",
                "{ A: !Sub 'a-${AWS::AccountId}' }; { A: !Join ['', ['a-', !Ref 'AWS::AccountId']] }",
                "{ P: { Statement: [{ Effect: Allow, Action: a }, { Effect: Deny, Action: b }] } }; { P: { Statement: [{ Effect: Deny, Action: b }, { Effect: Allow, Action: a }] } }",
            })
    void seesNoDifferenceInHowAThingIsWritten(String left, String right) {
        assertEquals(List.of(), differences(left, right));
    }

    @Test
    void numbersElementsAsTheyCome() {
        String before = "{ A: [%s{ B: 1, C: 1 }] }".formatted("{ B: 1, C: 1 }, ".repeat(10));

        assertEquals(
                List.of("A[2].B: 1 | 2", "A[10].B: 1 | 2"),
                differences(
                        before,
                        "{ A: [{ B: 1, C: 1 }, { B: 1, C: 1 }, { B: 2, C: 1 }, %s{ B: 2, C: 1 }] }"
                                .formatted("{ B: 1, C: 1 }, ".repeat(7))));
    }

    @Test
    void comparesStatementsWhateverTheirOrder() {
        assertEquals(
                List.of(
                        "PolicyDocument.Statement: Allow s3:GetObject on ${Bucket.Arn} | -",
                        "PolicyDocument.Statement: - | Allow s3:GetObject, s3:PutObject on ${Bucket.Arn}",
                        "PolicyDocument.Statement: - | Deny all but iam:* on * to AWS arn if {Bool: {secure: false}}"),
                differences("""
                        { PolicyDocument: { Statement: [
                            { Effect: Allow, Action: 'sqs:*', Resource: '*' },
                            { Effect: Allow, Action: 's3:GetObject', Resource: !GetAtt Bucket.Arn }] } }""", """
                        { PolicyDocument: { Statement: [
                            { Effect: Allow, Action: ['s3:GetObject', 's3:PutObject'], Resource: !GetAtt Bucket.Arn },
                            { Effect: Allow, Action: 'sqs:*', Resource: '*' },
                            { Effect: Deny, NotAction: 'iam:*', Resource: '*', Principal: { AWS: arn },
                              Condition: { Bool: { secure: false } } }] } }"""));
    }

    @Test
    void tellsWhatCloudFormationDoesWithAResource() {
        assertEquals(
                List.of("DeletionPolicy: Delete | Retain", "UpdatePolicy.AutoScalingRollingUpdate.MaxBatchSize: - | 2"),
                differencesOf(
                        "  It: { Type: Acme, DeletionPolicy: Delete }",
                        "  It: { Type: Acme, DeletionPolicy: Retain, UpdatePolicy: { AutoScalingRollingUpdate: { MaxBatchSize: 2 } } }"));
    }

    /** Otherwise a new hash would be a difference wherever the resource is mentioned. */
    @Test
    void takesPairsForOneAndTheSame() {
        String left = """
                  QueueAAAAAAAA: { Type: 'AWS::SQS::Queue' }
                  Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Queue: !GetAtt QueueAAAAAAAA.QueueName } }
                """;

        assertEquals(List.of(), differencesOf(left, left.replace("AAAAAAAA", "BBBBBBBB")));
        assertEquals(
                List.of("Queue: ${Queue.QueueName} | ${Queue.Arn}"),
                differencesOf(left, left.replace("QueueName", "Arn")));
    }

    @Test
    void writesHashesWhereNamesAreEqualWithoutThem() {
        assertEquals(List.of("Queue: ${QueueAAAAAAAA} | ${QueueBBBBBBBB}"), differencesOf("""
                          QueueAAAAAAAA: { Type: 'AWS::SQS::Queue' }
                          QueueBBBBBBBB: { Type: 'AWS::SQS::Queue' }
                          Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Queue: !Ref QueueAAAAAAAA } }
                        """, """
                          QueueAAAAAAAA: { Type: 'AWS::SQS::Queue' }
                          QueueBBBBBBBB: { Type: 'AWS::SQS::Queue' }
                          Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Queue: !Ref QueueBBBBBBBB } }
                        """));
    }

    @Test
    void leavesOutANameThatIsNothingButTheLogicalId() {
        assertEquals(
                List.of(),
                differencesOf(
                        "  PolicyAAAAAAAA: { Type: 'AWS::IAM::Policy', Properties: { PolicyName: PolicyAAAAAAAA } }",
                        "  PolicyBBBBBBBB: { Type: 'AWS::IAM::Policy', Properties: { PolicyName: PolicyBBBBBBBB } }"));
    }

    @Test
    void holdsTheStacksOfTwoOptionsAgainstEachOther() {
        Diff diff = Diff.of(
                SetUps.option(TWO_OPTIONS, "calls", "us-east-1"), SetUps.option(TWO_OPTIONS, "tasks", "us-east-1"));

        assertEquals(List.of(), diff.shared());
        assertEquals(List.of(), diff.onlyLeft());
        assertEquals(
                List.of("Network"), diff.onlyRight().stream().map(Stack::name).toList());
        assertEquals(
                List.of("Calls | Tasks"),
                diff.stacks().stream()
                        .map(stack ->
                                stack.left().name() + " | " + stack.right().name())
                        .toList());
    }

    @Test
    void countsTheStacksThatBothShare() {
        Diff diff = Diff.of(SetUps.option(TWO_OPTIONS, "tasks", "us-east-1"), SetUps.whole(TWO_OPTIONS, "us-east-1"));

        assertEquals(
                List.of("Network", "Tasks"),
                diff.shared().stream().map(Stack::name).toList());
        assertEquals(
                List.of("Calls", "Clock"),
                diff.onlyRight().stream().map(Stack::name).sorted().toList());
        assertEquals(List.of(), diff.stacks());
        assertTrue(!diff.isEmpty());
    }
}
