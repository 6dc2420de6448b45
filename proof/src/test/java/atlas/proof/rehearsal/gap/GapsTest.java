package atlas.proof.rehearsal.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.proof.rehearsal.SmallAssembly;
import atlas.proof.rehearsal.assembly.Assembly;
import atlas.proof.rehearsal.emulator.Emulator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is changed for an emulator, in a copy. */
class GapsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private static ObjectNode template(String text) throws IOException {
        return (ObjectNode) MAPPER.readTree(text);
    }

    private static ObjectNode resources(String text) throws IOException {
        return template("{\"Resources\": {" + text + "}}");
    }

    private Assets assets() {
        return new Assets(folder, folder);
    }

    @Test
    void aGroupStartsWithItsFewest() throws IOException {
        ObjectNode template = template(
                "{\"Resources\": {\"G\": {\"Type\": \"AWS::AutoScaling::AutoScalingGroup\", \"Properties\": {\"MinSize\": \"1\"}}}}");

        assertTrue(new DesiredCapacity().bridge(template, assets()));
        assertEquals("1", template.at("/Resources/G/Properties/DesiredCapacity").asText());
        assertFalse(new DesiredCapacity().bridge(template, assets()));
    }

    @Test
    void aMachineImageIsOneThatTheEmulatorHas() throws IOException {
        ObjectNode template = template("""
                {"Parameters": {"Image": {"Type": "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", "Default": "/aws/x"},
                                "Version": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/cdk"}},
                 "Resources": {"T": {"Properties": {"ImageId": {"Ref": "Image"}, "Other": {"Ref": "Version"}}}}}
                """);

        assertTrue(new ImageParameters().bridge(template, assets()));
        assertEquals(template("""
                {"Parameters": {"Version": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/cdk"}},
                 "Resources": {"T": {"Properties": {"ImageId": "ami-amazonlinux2023", "Other": {"Ref": "Version"}}}}}
                """), template);
    }

    @Test
    void subnetsLieInAsManyZonesAsTheyHaveIds() throws IOException {
        ObjectNode template = resources("""
                "A": {"Type": "AWS::EC2::Subnet", "Properties": {"AvailabilityZoneId": "use1-az1"}},
                "B": {"Type": "AWS::EC2::Subnet", "Properties": {"AvailabilityZoneId": "use1-az2"}},
                "C": {"Type": "AWS::EC2::Subnet", "Properties": {"AvailabilityZoneId": "use1-az1"}}
                """);

        assertTrue(new ZoneIds().bridge(template, assets()));
        assertEquals("0", zone(template, "A"));
        assertEquals("1", zone(template, "B"));
        assertEquals("0", zone(template, "C"));
    }

    private static String zone(ObjectNode template, String subnet) {
        return template.at("/Resources/%s/Properties/AvailabilityZone/Fn::Select/0".formatted(subnet))
                .asText();
    }

    @Test
    void noTemplateAsksForTheVersionOfTheBootstrap() throws IOException {
        ObjectNode template = template("""
                {"Parameters": {"BootstrapVersion": {}, "Other": {}}, "Rules": {"CheckBootstrapVersion": {}}}
                """);

        assertTrue(new EmptyChangeSets().bridge(template, assets()));
        assertEquals(template("{\"Parameters\": {\"Other\": {}}, \"Rules\": {}}"), template);
        assertFalse(new EmptyChangeSets().bridge(template, assets()));
    }

    @Test
    void anHttpApiCallsTheFunctionBehindTheAlias() throws IOException {
        ObjectNode template = resources("""
                "I": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {"IntegrationUri": {"Ref": "Live"}}},
                "Live": {"Type": "AWS::Lambda::Alias", "Properties": {"FunctionName": {"Ref": "F"}}}
                """);

        assertTrue(new AliasIntegration().bridge(template, assets()));
        assertEquals(
                template("{\"Fn::GetAtt\": [\"F\", \"Arn\"]}"), template.at("/Resources/I/Properties/IntegrationUri"));
    }

    @Test
    void aDistributionNamesNothingThatIsAStub() throws IOException {
        ObjectNode template = resources("""
                "D": {"Type": "AWS::CloudFront::Distribution", "Properties": {"DistributionConfig": {
                  "DefaultCacheBehavior": {"CachePolicyId": "managed", "ResponseHeadersPolicyId": {"Ref": "Headers"}},
                  "CacheBehaviors": [{"CachePolicyId": {"Ref": "Tiles"}}],
                  "Origins": [{"Id": "vpc", "VpcOriginConfig": {"VpcOriginId": {"Ref": "Door"}}},
                              {"Id": "s3", "OriginAccessControlId": {"Ref": "Access"}}]}}}
                """);

        assertTrue(new EdgeStubs().bridge(template, assets()));
        assertFalse(template.toString().contains("Ref"), template::toString);
        assertEquals(
                "managed",
                template.at("/Resources/D/Properties/DistributionConfig/DefaultCacheBehavior/CachePolicyId")
                        .asText());
    }

    @Test
    void aTaskFindsItsParameterAndItsImage() throws IOException {
        ObjectNode template = resources("""
                "T": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"ContainerDefinitions": [{
                  "Image": {"Fn::Sub": "${AWS::AccountId}.dkr.ecr.us-east-1.${AWS::URLSuffix}/app:1"},
                  "Secrets": [
                    {"Name": "LEVEL", "ValueFrom": {"Fn::Join": ["", ["arn:aws:ssm:eu-west-1:", {"Ref": "Level"}]]}},
                    {"Name": "KEY", "ValueFrom": {"Ref": "Key"}}]}]}}
                """);

        assertTrue(new ParametersByName().bridge(template, assets()));
        assertTrue(new ImageAddresses().bridge(template, assets()));
        assertEquals(template("""
                {"Image": {"Fn::Sub": "localhost:5100/${AWS::AccountId}/${AWS::Region}/app:1"},
                 "Secrets": [{"Name": "LEVEL", "ValueFrom": {"Ref": "Level"}}, {"Name": "KEY", "ValueFrom": {"Ref": "Key"}}]}
                """), template.at("/Resources/T/Properties/ContainerDefinitions/0"));
    }

    @Test
    void aJavaFunctionIsStartedByAProgramInItsOwnJar() throws IOException {
        Files.createDirectories(folder.resolve("compare/target"));
        Files.writeString(folder.resolve("compare/target/lambda-runtime.txt"), "/ric.jar\n");
        try (OutputStream file = Files.newOutputStream(folder.resolve("asset.a.jar"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("atlas/App.class"));
        }
        ObjectNode template = template(
                "{\"Resources\": {\"F\": {\"Type\": \"AWS::Lambda::Function\", \"Properties\": {\"Runtime\": \"java25\","
                        + " \"SnapStart\": {}, \"Code\": {\"S3Key\": \"a.jar\"}, \"Handler\": \"atlas.App\"}}}}");

        assertTrue(new JavaFunctions().bridge(template, assets()));

        assertEquals(
                template(
                        "{\"Runtime\": \"provided.al2023\", \"Code\": {\"S3Key\": \"a.jar\"}, \"Handler\": \"atlas.App\"}"),
                template.at("/Resources/F/Properties"));
        try (ZipFile jar = new ZipFile(folder.resolve("asset.a.jar").toFile())) {
            String program =
                    new String(jar.getInputStream(jar.getEntry("bootstrap")).readAllBytes());
            assertTrue(program.contains("$LAMBDA_TASK_ROOT/lib/*:/ric.jar\""), program);
        }
    }

    @Test
    void aChangedTemplateIsUploadedUnderAnotherName() throws IOException, NoSuchAlgorithmException {
        Assembly assembly = SmallAssembly.in(folder);
        String group =
                "{\"Resources\": {\"G\": {\"Type\": \"AWS::AutoScaling::AutoScalingGroup\", \"Properties\": {\"MinSize\": \"1\"}}}}";
        Files.writeString(folder.resolve("Work.template.json"), group);
        String before =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(group.getBytes()));
        for (String stack : List.of("Store", "Work")) {
            Files.writeString(folder.resolve(stack + ".assets.json"), "{\"files\": {\"%s\": {}}}".formatted(before));
        }
        Gaps gaps = new Gaps(new Emulator("floci", "1.7.0"), folder);

        gaps.bridge(assembly);

        assertEquals(List.of("Work"), gaps.bridged().get(0).stacks());
        String after = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(Files.readAllBytes(folder.resolve("Work.template.json"))));
        assertEquals(
                "{\"files\": {\"%s\": {}}}".formatted(after), Files.readString(folder.resolve("Work.assets.json")));
    }

    @Test
    void anEmulatorWithoutGapsGetsTheTemplatesAsTheyAre() throws IOException {
        Assembly assembly = SmallAssembly.in(folder);
        Gaps gaps = new Gaps(new Emulator("another", "1"), folder);

        gaps.bridge(assembly);

        assertEquals(List.of(), gaps.bridged());
    }
}
