package atlas.compare.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.Golden;
import atlas.compare.RealAssembly;
import atlas.compare.bill.Bill;
import atlas.compare.bill.Biller;
import atlas.compare.bill.Terms;
import atlas.compare.prices.PriceBooks;
import atlas.compare.template.SetUp;
import atlas.compare.template.SetUps;
import atlas.compare.workload.WorkloadFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bill of each of our options, in a file that is made to be read: a change of stack, rule or price shows as a diff. */
class GoldenBillsTest {
    private static final Terms STEADY = Terms.of(PriceBooks.of("us-east-1"), WorkloadFile.read("steady-api"));

    static Stream<String> options() {
        return SetUps.options(RealAssembly.folder(), "us-east-1").stream().map(SetUp::id);
    }

    @ParameterizedTest
    @MethodSource("options")
    void isAsReviewed(String option) {
        Golden.assertMatches("bills/" + option + ".txt", Golden.withoutHashes(BillText.of(bill(option))));
    }

    /** Nothing in our own stacks is beyond our own price book. */
    @ParameterizedTest
    @MethodSource("options")
    void isComplete(String option) {
        assertEquals(List.of(), bill(option).notPriced());
    }

    @ParameterizedTest
    @MethodSource("options")
    void fitsIntoATerminal(String option) {
        assertTrue(BillText.of(bill(option)).lines().allMatch(line -> line.length() <= 100));
    }

    private static Bill bill(String option) {
        return new Biller(SetUps.option(RealAssembly.folder(), option, "us-east-1")).bill(STEADY);
    }
}
