package atlas.compare.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that nobody would take for a template, made of the bytes of real ones. */
class TemplateFuzzTest {
    private static final Path SAMPLES = Path.of("src/test/resources/atlas/compare/cli");
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    static Stream<byte[]> templates() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return Stream.concat(
                    files
                            .filter(file -> file.toString().matches(".*\\.(template\\.json|ya?ml)"))
                            .map(TemplateFuzzTest::read)
                            .toList()
                            .stream(),
                    Stream.of(SERVERLESS, FUNCTIONS).map(text -> text.getBytes(UTF_8)));
        }
    }

    private static final String SERVERLESS = """
            Transform: AWS::Serverless-2016-10-31
            Globals: {Function: {MemorySize: 512, Runtime: java25}}
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties:
                  Events: {A: {Type: HttpApi, Properties: {Path: /, Method: get}}, B: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn}}}
              Q: {Type: AWS::SQS::Queue}
            """;

    private static final String FUNCTIONS = """
            Parameters: {Size: {Type: Number, Default: 2, AllowedValues: [1, 2]}}
            Mappings: {M: {us-east-1: {type: t4g.small}}}
            Conditions: {Big: !Equals [!Ref Size, 2], Or: !Or [!Condition Big, !Not [!Condition Big]]}
            Resources:
              I:
                Type: AWS::EC2::Instance
                Condition: Or
                Properties: {InstanceType: !FindInMap [M, !Ref AWS::Region, type]}
              G:
                Type: AWS::AutoScaling::AutoScalingGroup
                Properties: {MinSize: !If [Big, "1", !Ref AWS::NoValue], MaxSize: !Select [0, !Split [",", "3,4"]]}
              B: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub ["${a}-${AWS::Region}", {a: !Join ["", [x, y]]}]}}
            """;

    @MethodSource("templates")
    @FuzzTest(maxDuration = "20s")
    void isDescribedOrRefusedInOneLine(byte[] template) throws IOException {
        isToldOrRefused(template, "inventory");
    }

    @MethodSource("templates")
    @FuzzTest(maxDuration = "20s")
    void isBilledOrRefusedInOneLine(byte[] template) throws IOException {
        isToldOrRefused(template, "bill");
    }

    private static void isToldOrRefused(byte[] template, String command) throws IOException {
        Path file = Files.write(folder.resolve("template"), template);
        var err = new StringWriter();
        long start = System.nanoTime();
        int code = Compare.run(
                new String[] {command, file.toString(), "--debug"},
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(LONG) < 0, () -> "took " + took);
        if (code == Compare.BAD_COMMAND_LINE) {
            assertEquals(1, err.toString().lines().count(), err::toString);
        } else {
            assertEquals(Compare.OK, code, err::toString);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
