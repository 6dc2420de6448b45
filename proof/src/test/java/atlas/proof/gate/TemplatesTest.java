package atlas.proof.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
    private static final String EMPTY = "{\"Resources\": {}}";

    @TempDir
    private Path folder;

    @BeforeEach
    void synthesize() {
        Recorded.write(folder.resolve("manifest.json"), """
                {"artifacts": {
                  "Web": {"type": "aws:cloudformation:stack", "environment": "aws://unknown-account/eu-west-1",
                    "properties": {"templateFile": "Web.template.json"}},
                  "Web.assets": {"type": "cdk:asset-manifest", "properties": {"file": "Web.assets.json"}},
                  "assembly-Stage": {"type": "cdk:cloud-assembly", "properties": {"directoryName": "assembly-Stage"}}
                }}""");
        Recorded.write(folder.resolve("assembly-Stage/manifest.json"), """
                {"artifacts": {
                  "StageApp": {"type": "aws:cloudformation:stack", "environment": "aws://unknown-account/unknown-region",
                    "properties": {"templateFile": "App.template.json"}}
                }}""");
        Recorded.write(folder.resolve("Web.template.json"), EMPTY);
        Recorded.write(folder.resolve("assembly-Stage/App.template.json"), EMPTY);
    }

    @Test
    void areTheStacksOfAnAssemblyAndOfItsStagesWithTheirRegions() {
        assertEquals(
                new Templates(
                        Optional.of(folder),
                        List.of(
                                new StackTemplate(
                                        "StageApp", folder.resolve("assembly-Stage/App.template.json"), "us-east-1"),
                                new StackTemplate("Web", folder.resolve("Web.template.json"), "eu-west-1"))),
                Templates.in(folder));
    }

    @Test
    void areATemplateThatStandsAlone() {
        Path file = folder.resolve("Web.template.json");

        assertEquals(
                new Templates(Optional.empty(), List.of(new StackTemplate(file.toString(), file, "us-east-1"))),
                Templates.in(file));
    }

    @Test
    void sayWhatIsNoTemplate() {
        Path file = folder.resolve("manifest.json");

        assertEquals(
                file + " is not a CloudFormation template: it has no Resources",
                assertThrows(BadInput.class, () -> Templates.in(file)).getMessage());
    }
}
