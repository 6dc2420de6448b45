package atlas.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillCommandTest {
    @TempDir
    static Path folder;

    private static String template;

    @BeforeAll
    static void writeATemplate() throws IOException {
        template = Files.writeString(folder.resolve("shop.yaml"), """
                        Resources:
                          Subnet: {Type: AWS::EC2::Subnet, Properties: {MapPublicIpOnLaunch: true}}
                          Server: {Type: AWS::EC2::Instance, Properties: {InstanceType: t4g.small, SubnetId: !Ref Subnet}}
                          Table: {Type: AWS::DynamoDB::Table, Properties: {BillingMode: PAY_PER_REQUEST}}
                          Index: {Type: AWS::Kendra::Index}
                        """).toString();
        Files.writeString(folder.resolve("broken.yaml"), "Resources: [a");
        Files.writeString(folder.resolve("negative.yaml"), "requestsPerSecond: -1\ncpuMillisPerRequest: 1\n");
        Files.writeString(folder.resolve("strange.yaml"), "requestsPerSecond: 1\ncpu: 1\n");
        Files.createDirectories(folder.resolve("empty"));
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("large.yaml").toFile(), "rw")) {
            sparse.setLength(100L * 1024 * 1024);
        }
    }

    /** Words are separated by spaces; FOLDER stands for where the files are. */
    private static Ran bill(String line) {
        List<String> args = new ArrayList<>(List.of("bill"));
        for (String word : line.isBlank() ? new String[] {} : line.split(" ")) {
            args.add(word.replace("FOLDER", folder.toString()));
        }
        return Ran.atlas(args.toArray(String[]::new));
    }

    @Test
    void printsWhatItCostsLineByLine() {
        Ran ran = bill(template);

        assertEquals(0, ran.exitCode());
        assertEquals("", ran.err());
        assertEquals("""
                always on, 12.90 USD a month
                  t4g.small On-Demand  Server                                                                  12.26
                      1 instance x 730 h x 0.0168
                  EBS gp3  Server                                                                               0.64
                      1 instance x 8 GB x 0.08

                often forgotten, 3.65 USD a month
                  public IPv4  Server                                                                           3.65
                      1 instance x 730 h x 0.005

                total, idle: at least 16.55 USD a month in us-east-1

                not priced:
                  AWS::Kendra::Index Index: hours of an index: no price

                needs usage, and costs nothing until then:
                  AWS::DynamoDB::Table: reads, writes, gigabytes stored
                """, ran.out());
    }

    @Test
    void marksWhatIsNotSure() {
        String out = bill(template + " --workload steady-api --purchase savings-plan-1y")
                .out();

        assertTrue(out.contains(" 8.34*\n"), out);
        assertTrue(out.contains(", in part estimate (*)\n"), out);
    }

    @Test
    void printsJsonForScripts() throws IOException {
        Ran ran = bill(template + " --json");

        assertEquals(0, ran.exitCode());
        assertEquals(
                "16.55",
                "%.2f"
                        .formatted(new ObjectMapper()
                                .readTree(ran.out())
                                .path("monthlyTotal")
                                .asDouble()));
    }

    @Test
    void takesOneOptionOfAnAssembly() {
        Ran ran = bill("src/test/resources/atlas/compare/cli/two-options --option tasks");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().startsWith("always on, "), ran.out());
        assertTrue(ran.out().contains("Tasks/Service"), ran.out());
    }

    @Test
    void takesAllOfAnAssembly() {
        assertTrue(
                bill("src/test/resources/atlas/compare/cli/two-options").out().contains("Network/Balancer"));
    }

    @Test
    void explainsItself() {
        Ran ran = bill("--help");

        assertEquals(0, ran.exitCode());
        assertTrue(ran.out().contains("./atlas bill template.yaml"), ran.out());
        for (String option : List.of("--workload", "--region", "--purchase", "--running", "--json", "--option")) {
            assertTrue(ran.out().contains(option), option);
        }
        assertTrue(ran.out().contains("reserved-1y, reserved-3y, savings-plan-1y"), ran.out());
    }

    /** A wrong name comes with the right ones, and never with a stack trace. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FOLDER/missing.yaml | there is no file FOLDER/missing.yaml",
                "FOLDER/broken.yaml | FOLDER/broken.yaml is not YAML: expected ',' or ']', but got <stream end> at line 1",
                "FOLDER/negative.yaml | FOLDER/negative.yaml is not a CloudFormation template: it has no Resources",
                "FOLDER/large.yaml | FOLDER/large.yaml has more than 10 MiB; CloudFormation takes 1",
                "cdk.out | there is no folder cdk.out; ./atlas synth --output cdk.out writes it",
                "FOLDER/out --option ecs | there is no folder FOLDER/out; ./atlas synth --output FOLDER/out writes it",
                "FOLDER/empty | FOLDER/empty is not a cloud assembly: it has no manifest.json",
                "FOLDER/shop.yaml --option ecs | FOLDER/shop.yaml is not a cloud assembly: it has no manifest.json",
                "FOLDER/shop.yaml --region mars-1 | no prices for mars-1; there are ap-northeast-2, eu-west-1, us-east-1",
                "FOLDER/shop.yaml --workload FOLDER/negative.yaml |"
                        + " workload FOLDER/negative.yaml: requestsPerSecond must be 0 or more, got -1",
                "FOLDER/shop.yaml --workload FOLDER/strange.yaml | workload FOLDER/strange.yaml has an unknown field cpu;"
                        + " there are coldStartMillis, coldStartShare, cpuMillisPerRequest, hoursPerMonth, logBytesPerRequest,"
                        + " name, requestsPerMonth, requestsPerSecond, responseBytes, shape, waitMillisPerRequest",
                "FOLDER/shop.yaml --workload busy | there is no workload file busy, and the workloads that are shipped are"
                        + " called quiet-tool, spiky-site, steady-api",
                "src/test/resources/atlas/compare/cli/two-options --option task |"
                        + " src/test/resources/atlas/compare/cli/two-options has no option task; it has calls, clock, tasks",
            })
    void refusesInOneLine(String line, String problem) {
        Ran ran = bill(line);

        assertEquals("error: " + problem.replace("FOLDER", folder.toString()) + "\n", ran.err());
        assertEquals("", ran.out());
        assertEquals(2, ran.exitCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | Missing required parameter: 'TEMPLATE_OR_ASSEMBLY'",
                "FOLDER/shop.yaml FOLDER/shop.yaml | Unmatched argument at index 2: 'FOLDER/shop.yaml'",
                "FOLDER/shop.yaml --purchase never | Invalid value for option '--purchase': there is no never; there are"
                        + " as-written, on-demand, spot, reserved-1y, reserved-3y, savings-plan-1y, savings-plan-3y,"
                        + " dedicated-instance, dedicated-host",
                "FOLDER/shop.yaml --running nightly |"
                        + " Invalid value for option '--running': there is no nightly; there are always, office-hours",
                "FOLDER/shop.yaml --region | Missing required parameter for option '--region' (REGION)",
            })
    void refusesAWrongCommandLine(String line, String problem) {
        Ran ran = bill(line);

        assertEquals(
                "error: " + problem.replace("FOLDER", folder.toString()) + "\nTry './atlas bill --help'.\n", ran.err());
        assertEquals("", ran.out());
        assertEquals(2, ran.exitCode());
    }

    @Test
    void guessesWhatAnUnknownOptionMeans() {
        Ran ran = bill(template + " --worklod a");

        assertEquals(2, ran.exitCode());
        assertEquals("error: Unknown options: '--worklod', 'a'\nPossible solutions: --workload\n", ran.err());
    }
}
