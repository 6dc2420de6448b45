package atlas.compare.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.RealAssembly;
import atlas.compare.bill.Terms;
import atlas.compare.facts.Facts;
import atlas.compare.prices.PriceBooks;
import atlas.compare.report.ChoiceText;
import atlas.compare.template.SetUp;
import atlas.compare.template.SetUps;
import atlas.compare.workload.WorkloadFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What our own templates lead to, with real bills. */
class RealSetUpsTest {
    private static List<SetUp> options;

    @BeforeAll
    static void read() {
        options = SetUps.options(RealAssembly.folder(), "us-east-1");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "nothing",
            value = {
                "REQUESTS, quiet-tool, nothing, lambda-http-api",
                "REQUESTS, steady-api, OS_ACCESS, ec2-auto-scaling",
                "REQUESTS, steady-api, LONG_WORK PATCHED_BY_AWS, ecs-fargate",
                "REQUESTS, steady-api, CONTAINER_IMAGE, ecs-ec2",
                "EVENTS, steady-api, nothing, lambda-s3-trigger",
                "CLOCK, steady-api, nothing, lambda-schedule",
            })
    void theFirstIs(Start start, String workload, String requirements, String first) {
        assertEquals(
                first,
                choose(start, workload, requirements == null ? "" : requirements)
                        .ranking()
                        .first()
                        .orElseThrow()
                        .candidate()
                        .id());
    }

    /** Whoever is quiet is told from when on a server is cheaper. */
    @Test
    void aFunctionIsFirstOnlyUpToARate() {
        Change change = choose(Start.REQUESTS, "quiet-tool", "").changes().get(0);

        assertTrue(change.when().matches("at \\d+(\\.\\d+)? requests a second and more"), change.when());
        assertEquals(
                "ec2-auto-scaling costs the least of those that fit, with as many units as it takes", change.then());
    }

    @Test
    void everyBillOfOursIsComplete() {
        choose(Start.REQUESTS, "steady-api", "")
                .ranking()
                .all()
                .forEach(placed ->
                        assertTrue(placed.keeps(Level.BILL), placed.candidate().id()));
    }

    /** Up to those that are ruled out, whose list grows with the options. */
    @Test
    void theExampleInTheDocumentsIsWhatIsPrinted() throws IOException {
        Needs needs =
                new Needs(Start.REQUESTS, Set.of(Requirement.PATCHED_BY_AWS), false, Optional.of(new BigDecimal(100)));
        Terms terms = Terms.of(PriceBooks.of("us-east-1"), WorkloadFile.read("quiet-tool"));
        String printed = ChoiceText.of(
                Choice.among(options, needs, terms, Facts.shipped()),
                List.of("--start requests", "--cold-starts allowed"));

        String document = Files.readString(RealAssembly.ROOT.resolve("docs/choosing.md"));

        assertTrue(document.contains(printed.substring(0, printed.indexOf("\n\nruled out"))), printed);
    }

    private static Choice choose(Start start, String workload, String requirements) {
        Set<Requirement> wanted = Arrays.stream(requirements.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Requirement::valueOf)
                .collect(Collectors.toSet());
        return Choice.among(
                options,
                new Needs(start, wanted, false, Optional.empty()),
                Terms.of(PriceBooks.of("us-east-1"), WorkloadFile.read(workload)),
                Facts.shipped());
    }
}
