package atlas.infra.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class TemplateTextTest {
    @Test
    void sortsResourcesAndPropertiesAndLeavesHashesOut() throws JsonProcessingException {
        assertEquals("""
                A stack

                Alpha = AWS::X::Y
                  A: 1
                  B: true
                  DeletionPolicy: Delete

                Beta = AWS::X::Z
                  DependsOn: Alpha, Gamma

                """, text("""
                {"Description": "A stack", "Resources": {
                  "Beta01234567": {"Type": "AWS::X::Z", "DependsOn": ["Gamma89ABCDEF", "Alpha00000000"]},
                  "Alpha00000000": {"Type": "AWS::X::Y", "Properties": {"B": true, "A": 1},
                    "UpdateReplacePolicy": "Delete", "DeletionPolicy": "Delete"}}}
                """));
    }

    @Test
    void showsBothPoliciesWhereTheyDiffer() throws JsonProcessingException {
        assertEquals("""
                  DeletionPolicy: Delete
                  UpdateReplacePolicy: Retain
                """, properties("""
                "UpdateReplacePolicy": "Retain", "DeletionPolicy": "Delete"
                """));
    }

    /** One name must not hide a resource behind another. */
    @Test
    void keepsTheHashesOfResourcesThatShareAName() throws JsonProcessingException {
        assertEquals("""


                Same = AWS::X::Y

                SameBBBBBBBB = AWS::X::Y

                """, text("""
                {"Resources": {"SameAAAAAAAA": {"Type": "AWS::X::Y"}, "SameBBBBBBBB": {"Type": "AWS::X::Y"}}}
                """));
    }

    @Test
    void writesAPropertyALineAndSmallGroupsOnOne() throws JsonProcessingException {
        assertEquals("""
                  Deep.Er[0]: Key a, Other b
                  Deep.Er[1].Key.More: Yet 3
                  Empty:\s
                  List: x, y
                  Tags[one]: 1
                  Tags[two]: 2
                """, properties("""
                "Properties": {
                  "Tags": [{"Key": "two", "Value": 2}, {"Key": "one", "Value": 1}],
                  "List": ["x", "y"],
                  "Empty": [],
                  "Deep": {"Er": [{"Key": "a", "Other": "b"}, {"Key": {"More": {"Yet": 3}}}]}}
                """));
    }

    @Test
    void writesAStatementALine() throws JsonProcessingException {
        assertEquals("""
                  Document: Allow a:B, c:D on *
                  Document: Deny s3:* on ${Bucket.Arn} to AWS * if Bool aws:SecureTransport false
                """, properties("""
                "Properties": {"Document": {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Action": ["a:B", "c:D"], "Resource": "*"},
                  {"Effect": "Deny", "Action": "s3:*", "Resource": {"Fn::GetAtt": ["Bucket01234567", "Arn"]},
                   "Principal": {"AWS": "*"}, "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}}
                """));
    }

    @Test
    void writesABlankOfAScriptALine() throws JsonProcessingException {
        assertEquals("""
                  UserData in base64: hello ${Name}
                  UserData in base64 ${Name}: ${Who}
                """, properties("""
                "Properties": {"UserData": {"Fn::Base64": {"Fn::Sub":
                  ["hello ${Name}", {"Name": {"Ref": "Who01234567"}}]}}}
                """));
    }

    /** As one line of JSON nobody would look at it. */
    @Test
    void writesAWidgetOfADashboardALine() throws JsonProcessingException {
        assertEquals("""
                  DashboardBody: start -PT3H, periodOverride inherit
                  DashboardBody: x 0, y 0, 24 x 1: # Title\\nText
                  DashboardBody: x 6, y 1, 6 x 5: Load, every 300 s in us-east-1, left running from 0, right % from 0 to 100
                  DashboardBody:   tasks: SUM(e1)
                  DashboardBody:   CPU (right): p99 of A/B C D ${E}
                """, properties("""
                "Properties": {"DashboardBody": {"Fn::Join": ["", [
                  "{\\"start\\":\\"-PT3H\\",\\"periodOverride\\":\\"inherit\\",\\"widgets\\":[",
                  "{\\"type\\":\\"text\\",\\"x\\":0,\\"y\\":0,\\"width\\":24,\\"height\\":1,",
                  "\\"properties\\":{\\"markdown\\":\\"# Title\\\\nText\\"}},",
                  "{\\"type\\":\\"metric\\",\\"x\\":6,\\"y\\":1,\\"width\\":6,\\"height\\":5,\\"properties\\":{",
                  "\\"title\\":\\"Load\\",\\"period\\":300,\\"region\\":\\"us-east-1\\",\\"yAxis\\":{",
                  "\\"left\\":{\\"label\\":\\"running\\",\\"min\\":0},\\"right\\":{\\"label\\":\\"%\\",\\"min\\":0,\\"max\\":100}},",
                  "\\"metrics\\":[[{\\"label\\":\\"tasks\\",\\"expression\\":\\"SUM(e1)\\"}],",
                  "[\\"A/B\\",\\"C\\",\\"D\\",\\"", {"Ref": "E01234567"},
                  "\\",{\\"label\\":\\"CPU\\",\\"stat\\":\\"p99\\",\\"yAxis\\":\\"right\\"}]]}}]}"]]}}
                """));
    }

    /** Kubernetes objects are reviewed in their own file. */
    @Test
    void namesTheObjectsOfAManifest() throws JsonProcessingException {
        assertEquals("""
                  Manifest: Service app, StorageClass ebs
                """, properties("""
                "Properties": {"Manifest": {"Fn::Join": ["", [
                  "[{\\"apiVersion\\":\\"v1\\",\\"kind\\":\\"Service\\",\\"metadata\\":{\\"name\\":\\"app\\"},\\"spec\\":\\"",
                  {"Ref": "Targets01234567"},
                  "\\"},{\\"apiVersion\\":\\"v1\\",\\"kind\\":\\"StorageClass\\",\\"metadata\\":{\\"name\\":\\"ebs\\"}}]"]]}}
                """));
    }

    @Test
    void listsOutputsAndExports() throws JsonProcessingException {
        assertEquals("""


                export ${Vpc}
                output Url: https://${AWS::Region}/
                """, text("""
                {"Outputs": {
                  "Url": {"Value": {"Fn::Join": ["", ["https://", {"Ref": "AWS::Region"}, "/"]]}},
                  "ExportsOutputRefVpc01234567AAAAAAAA": {"Value": {"Ref": "Vpc01234567"}, "Export": {"Name": "x"}}}}
                """));
    }

    private static String text(String template) throws JsonProcessingException {
        return TemplateText.of(new ObjectMapper().readTree(template));
    }

    private static String properties(String attributes) throws JsonProcessingException {
        return text("{\"Resources\": {\"It\": {\"Type\": \"T\", " + attributes + "}}}")
                .replace("\n\nIt = T\n", "")
                .replaceFirst("\n\n$", "\n");
    }
}
