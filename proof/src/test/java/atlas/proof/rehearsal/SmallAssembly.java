package atlas.proof.rehearsal;

import atlas.proof.rehearsal.assembly.Assembly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Two stacks, one of which needs the other. */
public final class SmallAssembly {
    private SmallAssembly() {}

    public static Assembly in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("manifest.json"), """
                {"artifacts": {
                  "Store": {"type": "aws:cloudformation:stack", "environment": "aws://unknown-account/us-east-1",
                    "properties": {"templateFile": "Store.template.json", "stackName": "AtlasStore"}},
                  "Work.assets": {"type": "cdk:asset-manifest", "dependencies": ["Store"]},
                  "Work": {"type": "aws:cloudformation:stack", "environment": "aws://unknown-account/us-east-1",
                    "properties": {"templateFile": "Work.template.json", "stackName": "AtlasWork"},
                    "dependencies": ["Work.assets"]}}}
                """);
        Files.writeString(folder.resolve("Store.template.json"), """
                {"Resources": {"Jobs": {"Type": "AWS::DynamoDB::Table", "Properties": {}}}}
                """);
        Files.writeString(folder.resolve("Work.template.json"), """
                {"Metadata": {"ComputeAtlas": {"option": "work"}},
                 "Resources": {"Queue": {"Type": "AWS::SQS::Queue", "Properties": {}}}}
                """);
        return Assembly.in(folder);
    }
}
