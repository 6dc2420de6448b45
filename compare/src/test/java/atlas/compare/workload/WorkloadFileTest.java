package atlas.compare.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.BadInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadFileTest {
    private static final String KEYS = "coldStartMillis, coldStartShare, cpuMillisPerRequest, hoursPerMonth,"
            + " logBytesPerRequest, name, requestsPerMonth, requestsPerSecond, responseBytes, shape, waitMillisPerRequest";

    @TempDir
    static Path folder;

    private static Workload read(String text) throws IOException {
        return WorkloadFile.read(
                Files.writeString(folder.resolve("mine.yaml"), text).toString());
    }

    @Test
    void readsEachField() throws IOException {
        Workload workload = read("""
                name: mine
                requestsPerSecond: 2.5
                cpuMillisPerRequest: 40
                waitMillisPerRequest: 5
                responseBytes: 30_000
                logBytesPerRequest: 300
                coldStartShare: 0.01
                coldStartMillis: 600
                hoursPerMonth: 720
                shape: [1, 1, 1, 1, 1, 1, 2, 3, 4, 4, 4, 5, 6, 5, 4, 4, 5, 6, 8, 10, 10, 8, 5, 2]
                """);

        assertEquals("mine", workload.name());
        assertEquals(new BigDecimal("2.5"), workload.requestsPerSecond());
        assertEquals(BigDecimal.valueOf(40), workload.cpuMillisPerRequest());
        assertEquals(BigDecimal.valueOf(5), workload.waitMillisPerRequest());
        assertEquals(BigDecimal.valueOf(30_000), workload.responseBytes());
        assertEquals(BigDecimal.valueOf(300), workload.logBytesPerRequest());
        assertEquals(new BigDecimal("0.01"), workload.coldStartShare());
        assertEquals(BigDecimal.valueOf(600), workload.coldStartMillis());
        assertEquals(BigDecimal.valueOf(720), workload.hoursPerMonth());
        assertEquals(24, workload.shape().size());
    }

    @Test
    void takesWhatIsLeftOutAsNothing() throws IOException {
        Workload workload = read("requestsPerMonth: 2628000\ncpuMillisPerRequest: 1\n");

        assertEquals(folder.resolve("mine.yaml").toString(), workload.name());
        assertEquals(0, BigDecimal.ONE.compareTo(workload.requestsPerSecond()));
        assertEquals(List.of(), workload.shape());
        assertEquals(BigDecimal.valueOf(730), workload.hoursPerMonth());
        assertEquals(0, workload.responseBytes().signum());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | workload % has no fields",
                "- a | workload % has no fields",
                "a: [ | workload % is not YAML: expected the node content, but found '<stream end>' at line 1",
                "a: 1~a: 2 | workload % is not YAML: found duplicate key a at line 2",
                "requestsPerSeconds: 1 | workload % has an unknown field requestsPerSeconds; there are KEYS",
                "1: 2 | workload % has an unknown field 1; there are KEYS",
                "requestsPerSecond: 1 | workload %: cpuMillisPerRequest is missing",
                "cpuMillisPerRequest: 1 | workload %: it needs requestsPerSecond or requestsPerMonth, exactly one of them",
                "cpuMillisPerRequest: 1~requestsPerSecond: 1~requestsPerMonth: 1 |"
                        + " workload %: it needs requestsPerSecond or requestsPerMonth, exactly one of them",
                "cpuMillisPerRequest: many~requestsPerSecond: 1 | workload %: cpuMillisPerRequest must be a number, got many",
                "cpuMillisPerRequest:~requestsPerSecond: 1 | workload %: cpuMillisPerRequest must be a number, got nothing",
                "cpuMillisPerRequest: [1]~requestsPerSecond: 1 | workload %: cpuMillisPerRequest must be a number, got a list",
                "cpuMillisPerRequest: .inf~requestsPerSecond: 1 | workload %: cpuMillisPerRequest must be a number, got Infinity",
                "cpuMillisPerRequest: 1e300~requestsPerSecond: 1 |"
                        + " workload %: cpuMillisPerRequest is beyond all measure: 1.0E300",
                "cpuMillisPerRequest: 1~requestsPerSecond: -1 | workload %: requestsPerSecond must be 0 or more, got -1",
                "cpuMillisPerRequest: -0.5~requestsPerSecond: 1 | workload %: cpuMillisPerRequest must be 0 or more, got -0.5",
                "cpuMillisPerRequest: 1~requestsPerSecond: 1~coldStartShare: 1.1 |"
                        + " workload %: coldStartShare must be 0 to 1, got 1.1",
                "cpuMillisPerRequest: 1~requestsPerSecond: 1~hoursPerMonth: 0 |"
                        + " workload %: hoursPerMonth must be more than 0 and 744 at most, got 0",
                "cpuMillisPerRequest: 1~requestsPerSecond: 1~hoursPerMonth: 745 |"
                        + " workload %: hoursPerMonth must be more than 0 and 744 at most, got 745",
                "cpuMillisPerRequest: 1~requestsPerSecond: 1~shape: [1, 2] |"
                        + " workload %: shape must have 24 hours of a day or 168 of a week, got 2",
                "cpuMillisPerRequest: 1~requestsPerSecond: 1~shape: busy | workload %: shape must be a list of hours, got busy",
                "cpuMillisPerRequest: 1~requestsPerSecond: 1~shape: &a [*a] | workload %: shape must be a number, got a list",
                "cpuMillisPerRequest: 1~requestsPerSecond: 1~shape: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"
                        + " | workload %: shape must have an hour above 0",
                "cpuMillisPerRequest: 1~requestsPerSecond: 1~shape: [1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"
                        + " | workload %: shape must be 0 or more, got -1",
                "cpuMillisPerRequest: 1~requestsPerSecond: 1~name: &a [*a] | workload %: name must be a text, got a list",
            })
    void refusesByFileAndField(String text, String problem) {
        String message = assertThrows(BadInput.class, () -> read(text.replace('~', '\n')))
                .getMessage();

        assertEquals(
                problem.replace("%", folder.resolve("mine.yaml").toString()).replace("KEYS", KEYS), message);
    }

    @Test
    void refusesAFileThatIsNone() {
        assertEquals(
                "there is no workload file steady, and the workloads that are shipped are called quiet-tool, spiky-site,"
                        + " steady-api",
                assertThrows(BadInput.class, () -> WorkloadFile.read("steady")).getMessage());
        assertEquals(
                "workload %s cannot be read".formatted(folder),
                assertThrows(BadInput.class, () -> WorkloadFile.read(folder.toString()))
                        .getMessage());
    }

    @Test
    void refusesAMegabyte() throws IOException {
        Path large = Files.write(folder.resolve("large.yaml"), new byte[1_000_001]);

        assertEquals(
                "workload %s has more than 1000000 bytes".formatted(large),
                assertThrows(BadInput.class, () -> WorkloadFile.read(large.toString()))
                        .getMessage());
    }

    /** What its comments say: nobody at night and at weekends. */
    @Test
    void shipsAQuietToolThatSleepsAtNight() {
        Workload tool = WorkloadFile.read("quiet-tool");

        assertEquals("quiet internal tool", tool.name());
        assertEquals(
                50_000,
                tool.requestsPerMonth().setScale(0, RoundingMode.HALF_UP).intValueExact());
        for (int day = 0; day < 7; day++) {
            for (int hour = 0; hour < 24; hour++) {
                boolean atWork = day < 5 && hour >= 7 && hour < 18;
                assertTrue(atWork || tool.shape().get(24 * day + hour).signum() == 0, day + " " + hour);
            }
        }
    }

    /** Day and night alike. */
    @Test
    void shipsASteadyApi() {
        Workload api = WorkloadFile.read("steady-api");

        assertEquals("steady API", api.name());
        assertEquals(List.of(), api.shape());
        assertEquals(api.requestsPerSecond(), api.peakRequestsPerSecond());
    }

    /** On Saturday night ten times its average, and nobody much before dawn. */
    @Test
    void shipsASpikySite() {
        Workload site = WorkloadFile.read("spiky-site");
        BigDecimal peak = site.peakRequestsPerSecond().divide(site.requestsPerSecond(), 1, RoundingMode.HALF_UP);

        assertEquals("spiky public site", site.name());
        assertEquals(new BigDecimal("10.0"), peak);
        assertEquals(
                site.shape().stream().reduce(BigDecimal::max),
                Optional.of(site.shape().get(24 * 5 + 19)));
        for (int day = 0; day < 7; day++) {
            assertTrue(site.shape().get(24 * day + 3).compareTo(BigDecimal.ONE) <= 0);
        }
    }
}
