package atlas.compare.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedStacksTest {
    private static final String AROUND = """
            Parameters:
              Size: {Type: String, Default: t3.micro}
            Resources:
              Vpc: {Type: AWS::EC2::VPC}
              Inner:
                Type: AWS::CloudFormation::Stack
                Metadata: {'aws:asset:path': inner.json}
                Properties:
                  TemplateURL: !Sub https://s3.${AWS::Region}.amazonaws.com/assets/abc.json
                  Parameters: {Size: !Ref Size, Vpc: !Ref Vpc}
              Group:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  VpcId: !GetAtt Inner.Outputs.Vpc
                  GroupName: !GetAtt Inner.Outputs.Name
                  GroupDescription: !GetAtt Inner.Outputs.Missing
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheInnerTemplate() throws IOException {
        Files.writeString(folder.resolve("inner.json"), """
                Parameters:
                  Size: {Type: String, Default: m5.large}
                  Vpc: {Type: String}
                  Count: {Type: Number, Default: 2}
                Resources:
                  Instance:
                    Type: AWS::EC2::Instance
                    Properties: {InstanceType: !Ref Size, VpcId: !Ref Vpc, Count: !Ref Count}
                Outputs:
                  Vpc: {Value: !Ref Vpc}
                  Name: {Value: !Sub '${Instance}-${Size}'}
                """);
    }

    @Test
    void isPartOfTheOneAroundIt() throws IOException {
        SetUp setUp = read(AROUND);

        assertEquals(
                List.of("Vpc", "Inner", "Inner.Instance", "Group"),
                setUp.resources().map(resource -> resource.name().toString()).toList());
    }

    @Test
    void getsItsParametersFromTheOneAroundIt() throws IOException {
        Resource instance = resource("Inner.Instance");

        assertEquals("t3.micro", instance.at("InstanceType").text().orElseThrow());
        assertEquals(new Reference("", "Vpc"), instance.at("VpcId").reference().orElseThrow());
        assertEquals(2, instance.at("Count").whole().orElseThrow());
    }

    @Test
    void tellsItsOutputs() throws IOException {
        Resource group = resource("Group");

        assertEquals(new Reference("", "Vpc"), group.at("VpcId").reference().orElseThrow());
        assertEquals(
                "{\"Fn::Join\":[\"\",[{\"Ref\":\"Inner.Instance\"},\"-\",\"t3.micro\"]]}",
                group.at("GroupName").toString());
        assertEquals(
                "{\"Fn::GetAtt\":[\"Inner\",\"Outputs.Missing\"]}",
                group.at("GroupDescription").toString());
    }

    @Test
    void isReadByTheNameOfAFileThatIsNotUploadedYet() throws IOException {
        SetUp setUp = read("""
                Resources:
                  Inner: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./inner.json}}
                """);

        assertEquals(2, setUp.resources().count());
    }

    @Test
    void isLeftAloneWhereItsTemplateIsElsewhere() throws IOException {
        SetUp setUp = read("""
                Resources:
                  Inner: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: https://example.com/a.json}}
                  Other: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: !ImportValue url}}
                """);

        assertEquals(2, setUp.resources().count());
    }

    @Test
    void goesRoundInNoCircle() throws IOException {
        SetUp setUp = read("""
                Resources:
                  Inner:
                    Type: AWS::CloudFormation::Stack
                    Properties:
                      TemplateURL: inner.json
                      Parameters: {Vpc: !GetAtt Inner.Outputs.Vpc}
                """);

        assertEquals(
                "{\"Fn::GetAtt\":[\"Inner\",\"Outputs.Vpc\"]}",
                setUp.resource(new Reference("", "Inner.Instance"))
                        .orElseThrow()
                        .at("VpcId")
                        .toString());
    }

    @Test
    void refusesATemplateInsideItself() throws IOException {
        String itself = "Resources: {A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: around.yaml}}}";

        assertEquals(
                folder.resolve("around.yaml") + " is nested more than 5 deep",
                assertThrows(BadInput.class, () -> read(itself)).getMessage());
    }

    private Resource resource(String id) throws IOException {
        return read(AROUND).resource(new Reference("", id)).orElseThrow();
    }

    private SetUp read(String around) throws IOException {
        return SetUps.whole(Files.writeString(folder.resolve("around.yaml"), around), "us-east-1");
    }
}
