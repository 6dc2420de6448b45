package atlas.compare.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small assembly by hand: App needs Network; a stage has a stack of its own; Alone needs nobody. */
class CloudAssemblyTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void writeTheAssembly() throws IOException {
        write("manifest.json", """
                {"artifacts": {
                  "App": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "app.yaml"},
                          "dependencies": ["App.assets", "Network"]},
                  "App.assets": {"type": "cdk:asset-manifest", "dependencies": ["Network"]},
                  "Alone": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "alone.yaml"}},
                  "Network": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "network.yaml"}},
                  "Tree": {"type": "cdk:tree", "properties": {"file": "tree.json"}},
                  "Stage": {"type": "cdk:cloud-assembly", "properties": {"directoryName": "stage"}}}}
                """);
        write("network.yaml", """
                Conditions:
                  Never: !Equals [a, b]
                Resources:
                  Vpc: {Type: AWS::EC2::VPC}
                Outputs:
                  Vpc: {Value: !Ref Vpc, Export: {Name: !Sub 'vpc-of-${AWS::Region}'}}
                  Type: {Value: m5.large, Export: {Name: type}}
                  Gone: {Value: x, Condition: Never, Export: {Name: gone}}
                  Inside: {Value: x}
                """);
        write("app.yaml", """
                Description: 'compute: an app'
                Metadata:
                  ComputeAtlas: {option: app, unit: instance, vcpu: 2, memoryMiB: 8192, min: 1, max: 3}
                Resources:
                  Instance:
                    Type: AWS::EC2::Instance
                    Properties:
                      InstanceType: {'Fn::ImportValue': type}
                      SubnetId: {'Fn::ImportValue': !Sub 'vpc-of-${AWS::Region}'}
                      Gone: {'Fn::ImportValue': gone}
                """);
        write("alone.yaml", "Resources: {Queue: {Type: AWS::SQS::Queue}}");
        write("stage/manifest.json", """
                {"artifacts": {"StageApp": {
                  "type": "aws:cloudformation:stack", "properties": {"templateFile": "app.json"}}}}
                """);
        write("stage/app.json", "{\"Resources\": {\"Topic\": {\"Type\": \"AWS::SNS::Topic\"}}}");
    }

    @Test
    void readsEveryStackAfterThoseItNeeds() {
        SetUp everything = SetUps.whole(folder, "eu-west-1");

        assertEquals(
                List.of("Alone", "Network", "App", "StageApp"),
                everything.stacks().stream().map(Stack::name).toList());
        assertEquals(
                List.of("Alone/Queue", "Network/Vpc", "App/Instance", "StageApp/Topic"),
                everything
                        .resources()
                        .map(resource -> resource.name().toString())
                        .toList());
    }

    @Test
    void takesAnOptionWithWhatItNeedsAndNoMore() {
        SetUp app = SetUps.option(folder, "app", "eu-west-1");

        assertEquals(
                List.of("Network", "App"),
                app.stacks().stream().map(Stack::name).toList());
        assertEquals("App", app.own().name());
        assertEquals("an app", app.title());
        assertEquals(3, app.unit().orElseThrow().max());
    }

    @Test
    void importsWhatOtherStacksExport() {
        SetUp app = SetUps.option(folder, "app", "eu-west-1");
        Resource instance = app.resource(new Reference("App", "Instance")).orElseThrow();

        assertEquals("m5.large", instance.at("InstanceType").text().orElseThrow());
        assertEquals(
                new Reference("Network", "Vpc"),
                instance.at("SubnetId").reference().orElseThrow());
        assertEquals("{\"Fn::ImportValue\":\"gone\"}", instance.at("Gone").toString());
    }

    @Test
    void namesTheOptionsThereAre() {
        assertEquals(
                folder + " has no option ecs; it has app", refusal(() -> SetUps.option(folder, "ecs", "us-east-1")));
        assertEquals(
                folder.resolve("stage") + " has no option ecs; it has none",
                refusal(() -> SetUps.option(folder.resolve("stage"), "ecs", "us-east-1")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | /manifest.json is not JSON",
                "{} | ` has no stacks`",
                "[] | ` has no stacks`",
                "{\"artifacts\": {\"A\": {\"type\": \"cdk:cloud-assembly\", \"properties\": {\"directoryName\": \".\"}}}}"
                        + " | ` is a cloud assembly inside itself`",
                "{\"artifacts\": {\"A\": {\"type\": \"cdk:cloud-assembly\", \"properties\": {\"directoryName\": \"b\"}}}}"
                        + " | `/b is not a cloud assembly: it has no manifest.json`",
                "{\"artifacts\": {\"A\": {\"type\": \"aws:cloudformation:stack\", \"properties\":"
                        + " {\"templateFile\": \"a\\u0000b\"}}}} | `/manifest.json names no file: a\0b`",
            })
    void refusesABrokenManifest(String manifest, String problem) throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("manifest.json"), manifest);

        assertEquals(broken + problem, refusal(() -> SetUps.whole(broken, "us-east-1")));
    }

    @Test
    void refusesAStackWithoutItsTemplate() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("incomplete"));
        Files.writeString(broken.resolve("manifest.json"), """
                {"artifacts": {"A": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "a.json"}}}}
                """);

        assertEquals("there is no file " + broken.resolve("a.json"), refusal(() -> SetUps.whole(broken, "us-east-1")));
    }

    @Test
    void refusesAFolderThatIsNone() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertEquals(
                empty + " is not a cloud assembly: it has no manifest.json",
                refusal(() -> SetUps.whole(empty, "us-east-1")));
    }

    private static String refusal(Runnable reading) {
        return assertThrows(BadInput.class, reading::run).getMessage();
    }

    private static void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
