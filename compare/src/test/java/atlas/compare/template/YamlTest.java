package atlas.compare.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.Written;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTest {
    /** The same template in both notations, with each of YAML's short forms. */
    @Test
    void saysTheSameAsJson() {
        SetUp yaml = Written.setUp("""
                AWSTemplateFormatVersion: 2010-09-09
                Description: both
                Parameters:
                  Count: {Type: Number, Default: 2}
                Conditions:
                  Two: !Equals [!Ref Count, 2]
                Resources:
                  Vpc: {Type: AWS::EC2::VPC}
                  Group:
                    Type: AWS::AutoScaling::AutoScalingGroup
                    Condition: Two
                    Properties:
                      MinSize: !Ref Count
                      VPCZoneIdentifier: [!GetAtt Vpc.Subnet, !Select [0, !GetAZs '']]
                      Tag: !If [Two, !Sub 'of ${Vpc}', !Join [',', [a]]]
                      UserData: !Base64
                        Fn::Sub: |
                          echo ${Count}
                """);
        SetUp json = Written.setUp("""
                {"AWSTemplateFormatVersion": "2010-09-09",
                 "Description": "both",
                 "Parameters": {"Count": {"Type": "Number", "Default": 2}},
                 "Conditions": {"Two": {"Fn::Equals": [{"Ref": "Count"}, "2"]}},
                 "Resources": {
                   "Vpc": {"Type": "AWS::EC2::VPC"},
                   "Group": {
                     "Type": "AWS::AutoScaling::AutoScalingGroup",
                     "Condition": "Two",
                     "Properties": {
                       "MinSize": {"Ref": "Count"},
                       "VPCZoneIdentifier": [
                         {"Fn::GetAtt": ["Vpc", "Subnet"]}, {"Fn::Select": ["0", {"Fn::GetAZs": ""}]}],
                       "Tag": {"Fn::If": ["Two", {"Fn::Sub": "of ${Vpc}"}, {"Fn::Join": [",", ["a"]]}]},
                       "UserData": {"Fn::Base64": {"Fn::Sub": "echo ${Count}\\n"}}}}}}
                """);

        assertEquals(
                group(json).toString().replace(":2,", ":\"2\","), group(yaml).toString());
        assertEquals(json.title(), yaml.title());
    }

    /** YAML 1.1 would make 83 of the first, 1.3 of the second, and 1342 of the fourth. */
    @ParameterizedTest
    @CsvSource({
        "0123, 0123",
        "1.30, 1.30",
        "2012-10-17, 2012-10-17",
        "22:22, 22:22",
        "1_000, 1_000",
        "0x1F, 0x1F",
        ".inf, .inf",
        "'\"yes\"', yes",
        "yes, true",
        "on, true",
        "Off, false",
        "!!int 7, 7",
    })
    void keepsScalarsAsTheyAreWritten(String written, String read) {
        assertEquals(
                read,
                value("Resources: {R: {Type: T, Properties: {V: %s}}}".formatted(written))
                        .asText());
    }

    @Test
    void knowsAnchorsAndMerges() {
        JsonNode value = value("""
                Base: &base {Runtime: java25, Timeout: 3}
                Resources:
                  R:
                    Type: T
                    Properties:
                      V:
                        <<: *base
                        Timeout: 9
                        Again: *base
                """);

        assertEquals(
                "{\"Runtime\":\"java25\",\"Timeout\":\"9\",\"Again\":{\"Runtime\":\"java25\",\"Timeout\":\"3\"}}",
                value.toString());
    }

    /** A template may repeat a list of tags on each of its resources. */
    @Test
    void takesAnAliasOnEachOf500Resources() {
        StringBuilder template = new StringBuilder("Tags: &tags [{Key: a, Value: b}]\nResources:\n");
        for (int i = 0; i < 500; i++) {
            template.append("  Q%d: {Type: AWS::SQS::Queue, Properties: {Tags: *tags}}\n".formatted(i));
        }

        assertEquals(500, Written.setUp(template.toString()).resources().count());
    }

    @Test
    void readsNumbersFromTexts() {
        Value value = Written.setUp("Resources: {R: {Type: T, Properties: {V: '1.50', N: 007}}}")
                .resource(new Reference("", "R"))
                .orElseThrow()
                .properties();

        assertEquals("1.50", value.at("V").number().orElseThrow().toPlainString());
        assertEquals(7, value.at("N").whole().orElseThrow());
    }

    private static JsonNode group(SetUp setUp) {
        return setUp.resource(new Reference("", "Group"))
                .orElseThrow()
                .properties()
                .json();
    }

    private static JsonNode value(String template) {
        return Written.setUp(template)
                .resource(new Reference("", "R"))
                .orElseThrow()
                .at("V")
                .json();
    }
}
