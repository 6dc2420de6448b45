package atlas.compare.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.template.SetUps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two options that differ in little more than what they are called. */
class OwnNamesTest {
    private static final String MANIFEST = """
            { "artifacts": {
              "Tasks": { "type": "aws:cloudformation:stack", "properties": { "templateFile": "Tasks.json" } },
              "Calls": { "type": "aws:cloudformation:stack", "properties": { "templateFile": "Calls.json" } } } }
            """;

    private static String template(String option, String stack, String hash, String size) {
        return """
                { "Metadata": { "ComputeAtlas": {
                      "option": "%1$s", "unit": "task", "vcpu": 1, "memoryMiB": 1024, "min": 1, "max": 1 } },
                  "Resources": { "Task%3$s": { "Type": "AWS::ECS::TaskDefinition", "Properties": {
                      "Family": "%2$sTask%3$s",
                      "Path": "/%1$s/*",
                      "Queue": "arn:aws:sqs:us-east-1:1:%2$sQueue",
                      "Close": "%1$s-and-more",
                      "Cpu": "%4$s" } } } }
                """.formatted(option, stack, hash, size);
    }

    @Test
    void areNoDifference(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), MANIFEST);
        Files.writeString(folder.resolve("Tasks.json"), template("tasks", "Tasks", "AAAAAAAA", "1024"));
        Files.writeString(folder.resolve("Calls.json"), template("calls", "Calls", "BBBBBBBB", "2048"));

        Diff diff = Diff.of(SetUps.option(folder, "tasks", "us-east-1"), SetUps.option(folder, "calls", "us-east-1"));

        assertEquals(
                List.of("Close: tasks-and-more | calls-and-more", "Cpu: 1024 | 2048"),
                diff.stacks().get(0).changed().get(0).differences().stream()
                        .map(difference -> "%s: %s | %s"
                                .formatted(
                                        difference.path(),
                                        difference.left().orElseThrow(),
                                        difference.right().orElseThrow()))
                        .toList());
    }
}
