package atlas.compare.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import atlas.compare.BadInput;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each in one line that names the file. */
class RefusedTemplatesTest {
    private static final String RESOURCES = "Resources: {Q: {Type: AWS::SQS::Queue}}\n";

    @TempDir
    static Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | is not a CloudFormation template: it has no Resources",
                "hello | is not a CloudFormation template: it has no Resources",
                "- a | is not a CloudFormation template: it has no Resources",
                "Resources: [a] | is not a CloudFormation template: it has no Resources",
                "{} | is not a CloudFormation template: it has no Resources",
                "{\"Resources\": {} | is not JSON: Unexpected end-of-input: expected close marker for Object at line 1",
                "{\"Resources\": {}} x | is not JSON: Unrecognized token 'x': was expecting"
                        + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false') at line 1",
                "{\"A\": 1,~ \"A\": 2} | is not JSON: Duplicate field 'A' at line 2",
                "Resources:~  Q: {Type: a}~  Q: {Type: b} | is not YAML: found duplicate key Q at line 3",
                "Resources: {Q: [a} | is not YAML: expected ',' or ']', but got } at line 1",
                "a: b~--- ~a: c | is not YAML: but found another document at line 2",
                "a: *nobody | is not YAML: found undefined alias nobody at line 1",
                "a: \u0001b | is not YAML: special characters are not allowed",
                "a: !!python/object:os.system x |"
                        + " is not YAML: Global tag is not allowed: tag:yaml.org,2002:python/object:os.system at line 1",
                "a: !!binary aGVsbG8= | is not YAML: CloudFormation takes texts, numbers, lists and maps only",
                "? [a, b]~: c | is not YAML: CloudFormation takes texts, numbers, lists and maps only",
                "a: &a {b: *a} | is not YAML: it contains itself",
                "a: &a [*a] | is not YAML: it contains itself",
                "a: &a !Join ['', [*a]] | is not YAML: found unconstructable recursive node at line 1",
            })
    void refusesWhatIsNoTemplate(String content, String problem) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.yaml"), content.replace('~', '\n'));

        assertEquals(file + " " + problem, refusal(file));
    }

    @Test
    void refusesAYamlBomb() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
        }
        Path file = Files.writeString(folder.resolve("bomb.yaml"), bomb + RESOURCES);

        assertEquals(file + " is not YAML: its aliases make more than 1000000 values of it", refusal(file));
    }

    /** Each level says the one below twice: 2 to the power of 30 letters. */
    @Test
    void refusesABombOfFunctions() throws IOException {
        String inner = "x";
        for (int i = 0; i < 30; i++) {
            inner = "{'Fn::Sub': ['${a}${a}', {a: %s}]}".formatted(inner);
        }
        Path file = Files.writeString(
                folder.resolve("functions.yaml"),
                "Resources: {Q: {Type: AWS::SQS::Queue, Properties: {QueueName: %s}}}".formatted(inner));

        assertEquals(file + " grows beyond all measure when its functions are worked out", refusal(file));
    }

    @Test
    void settlesAThousandConditionsThatAskForEachOther() throws IOException {
        StringBuilder conditions = new StringBuilder("Conditions:\n  C0: !Equals [a, a]\n");
        for (int i = 1; i < 1000; i++) {
            conditions.append("  C%d: !And [!Condition C%d, !Condition C%d]\n".formatted(i, i - 1, i - 1));
        }
        Path file = Files.writeString(
                folder.resolve("conditions.yaml"),
                conditions + "Resources: {Q: {Type: AWS::SQS::Queue, Condition: C999}}");

        assertEquals(1, SetUps.whole(file, "us-east-1").resources().count());
    }

    @Test
    void refusesWhatIsNestedBeyondReason() throws IOException {
        Path json = Files.writeString(folder.resolve("deep.json"), "{\"Resources\":" + "[".repeat(100_000));
        Path yaml = Files.writeString(folder.resolve("deep.yaml"), "Resources: " + "[".repeat(100_000));

        assertEquals(
                json + " is not JSON: Document nesting depth (101) exceeds the maximum allowed (100)", refusal(json));
        assertEquals(yaml + " is not YAML: Nesting Depth exceeded max 100", refusal(yaml));
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path file =
                Files.write(folder.resolve("latin.yaml"), "Description: Größe".getBytes(StandardCharsets.ISO_8859_1));

        assertEquals(file + " is not a CloudFormation template: it is not text in UTF-8", refusal(file));
    }

    @Test
    void refusesAHundredMegabytes() throws IOException {
        Path file = folder.resolve("large.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100L * 1024 * 1024);
        }

        assertEquals(file + " has more than 10 MiB; CloudFormation takes 1", refusal(file));
    }

    @Test
    void refusesWhatIsNotThere() {
        Path file = folder.resolve("missing.yaml");

        assertEquals("there is no file " + file, refusal(file));
    }

    @Test
    void refusesWhatItMayNotRead() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.yaml"), RESOURCES);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "root reads everything");

        assertEquals(file + " cannot be read: permission denied", refusal(file));
    }

    @Test
    void overlooksAByteOrderMark() throws IOException {
        Path file = Files.writeString(folder.resolve("mark.json"), "\uFEFF{\"Resources\": {}}");

        assertEquals(0, SetUps.whole(file, "us-east-1").resources().count());
    }

    private static String refusal(Path file) {
        return assertThrows(BadInput.class, () -> SetUps.whole(file, "us-east-1"))
                .getMessage();
    }
}
