package atlas.compare.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.Written;
import atlas.compare.prices.PriceBooks;
import atlas.compare.template.SetUp;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/** The bill of resources that a test writes down. */
final class Billed {
    private static final double HALF_A_MILLIONTH = 0.0000005;

    private Billed() {}

    /** In us-east-1, when nobody asks. */
    static Bill idle(String resources) {
        return under(resources, terms(Workload.idle()));
    }

    static Bill under(String resources, Workload workload) {
        return under(resources, terms(workload));
    }

    static Bill under(String resources, Terms terms) {
        return of(Written.setUp("Resources:\n" + resources), terms);
    }

    static Bill of(SetUp setUp, Terms terms) {
        return new Biller(setUp).bill(terms);
    }

    static Terms terms(Workload workload) {
        return Terms.of(PriceBooks.of("us-east-1"), workload);
    }

    static Terms in(String region) {
        return Terms.of(PriceBooks.of(region), Workload.idle());
    }

    static Terms bought(PurchaseModel model) {
        return new Terms(PriceBooks.of("us-east-1"), Workload.idle(), model, Running.ALWAYS, List.of(), false);
    }

    static Terms during(Running running) {
        return new Terms(
                PriceBooks.of("us-east-1"), Workload.idle(), PurchaseModel.AS_WRITTEN, running, List.of(), false);
    }

    /** So many requests in a month of 730 hours. */
    static Workload asked(double requestsPerMonth, double cpuMillis, double responseBytes) {
        return new Workload(
                "test",
                BigDecimal.valueOf(requestsPerMonth).divide(BigDecimal.valueOf(730 * 3600), MathContext.DECIMAL128),
                List.of(),
                BigDecimal.valueOf(cpuMillis),
                BigDecimal.ZERO,
                BigDecimal.valueOf(responseBytes),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.valueOf(730));
    }

    static void assertUsd(double expected, BigDecimal actual) {
        assertEquals(expected, actual.doubleValue(), Math.max(expected, 1) * HALF_A_MILLIONTH);
    }

    /** Of all lines that are called so. */
    static BigDecimal usd(Bill bill, String item) {
        List<Line> lines =
                bill.lines().stream().filter(line -> line.item().equals(item)).toList();
        assertEquals(false, lines.isEmpty(), () -> "no line " + item + " among " + items(bill));
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static String items(Bill bill) {
        return bill.lines().stream().map(Line::item).sorted().collect(Collectors.joining(", "));
    }

    static String formula(Bill bill, String item) {
        return bill.lines().stream()
                .filter(line -> line.item().equals(item))
                .map(Line::formula)
                .collect(Collectors.joining(" and "));
    }

    static String notPriced(Bill bill) {
        return bill.notPriced().stream().map(NotPriced::why).collect(Collectors.joining("; "));
    }
}
