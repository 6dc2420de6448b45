package atlas.compare.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.BadInput;
import atlas.compare.inventory.Inventory;
import atlas.compare.template.SetUp;
import atlas.compare.template.SetUps;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that nobody would take for a template, made of the bytes of real ones. */
class TemplateFuzzTest {
    private static final Path SAMPLES = Path.of("src/test/resources/atlas/compare/cli");
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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

    /** So that what is measured below is not the loading of classes. */
    @BeforeAll
    static void warmUp() throws IOException {
        templates().forEach(template -> Ran.atlas("bill", write(template).toString()));
    }

    @MethodSource("templates")
    @FuzzTest(maxDuration = "20s")
    void isReadOrRefusedInOneLine(byte[] template) {
        Path file = write(template);
        inGoodTime(() -> {
            try {
                SetUp setUp = SetUps.whole(file, "us-east-1");
                setUp.resources().forEach(resource -> resource.properties().references());
                Inventory.of(setUp);
            } catch (BadInput refused) {
                assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
            }
        });
    }

    @MethodSource("templates")
    @FuzzTest(maxDuration = "20s")
    void isBilledOrRefusedInOneLine(byte[] template) {
        Path file = write(template);
        inGoodTime(() -> {
            Ran bill = Ran.atlas("bill", file.toString(), "--debug");
            if (bill.exitCode() == Compare.BAD_COMMAND_LINE) {
                assertEquals(1, bill.err().lines().count(), bill.err());
            } else {
                assertEquals(Compare.OK, bill.exitCode(), bill.err());
            }
        });
    }

    /** By the processor's clock, since others may want this machine too. */
    private static void inGoodTime(Runnable work) {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
        assertTrue(took.compareTo(LONG) < 0, () -> "took " + took);
    }

    private static Path write(byte[] template) {
        try {
            return Files.write(folder.resolve("template"), template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
