package atlas.compare.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.prices.PriceBooks;
import atlas.compare.template.SetUp;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BillLawsTest {
    private static final BigDecimal NEARLY_NOTHING = new BigDecimal("0.000001");

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void neverFallsAsRequestsRise(
            @ForAll("setUps") SetUp setUp,
            @ForAll("terms") Terms terms,
            @ForAll("rates") BigDecimal rate,
            @ForAll("rates") BigDecimal other) {
        Biller biller = new Biller(setUp);
        Bill less = biller.bill(terms.at(rate.min(other)));
        Bill more = biller.bill(terms.at(rate.max(other)));

        assertTrue(less.total().compareTo(more.total().add(NEARLY_NOTHING)) <= 0, () -> "%s at %s, %s at %s"
                .formatted(less.total(), rate.min(other), more.total(), rate.max(other)));
    }

    /** Bought for less than On-Demand, another T instance costs less than the credits that it saves the others. */
    static boolean mayFall(Bill less, Bill more) {
        return hasLine(less, "ec2:cpu-credit:")
                && (hasLine(more, "ec2:spot:") || hasLine(more, "ec2:sp:") || !hasLine(more, "ec2:ondemand:"));
    }

    private static boolean hasLine(Bill bill, String key) {
        return bill.lines().stream().map(Line::priceKey).anyMatch(found -> found.startsWith(key));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void addsUpFromItsGroups(
            @ForAll("setUps") SetUp setUp, @ForAll("terms") Terms terms, @ForAll("rates") BigDecimal rate) {
        Bill bill = new Biller(setUp).bill(terms.at(rate));

        assertEquals(
                bill.total(), Arrays.stream(Group.values()).map(bill::total).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertEquals(bill.total(), bill.lines().stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void isTheSameASecondTime(
            @ForAll("setUps") SetUp setUp, @ForAll("terms") Terms terms, @ForAll("rates") BigDecimal rate) {
        assertEquals(new Biller(setUp).bill(terms.at(rate)), new Biller(setUp).bill(terms.at(rate)));
    }

    /** More may run, so it costs no less, and nothing that is raised stands in the way. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void costsNoLessWhenMaximaAreRaised(
            @ForAll("setUps") SetUp setUp, @ForAll("terms") Terms terms, @ForAll("rates") BigDecimal rate) {
        Biller biller = new Biller(setUp);
        Terms asWritten = new Terms(
                terms.prices(), terms.workload().at(rate), terms.purchase(), terms.running(), List.of(), false);

        Bill bill = biller.bill(asWritten);

        Bill raised = biller.bill(asWritten.whenRaised());
        assertTrue(mayFall(bill, raised) || bill.total().compareTo(raised.total()) <= 0);
        assertEquals(List.of(), biller.bill(asWritten.whenRaised()).refusals());
    }

    /** What is always on does not know how much is asked; at no requests there is nothing else but what is forgotten. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void hasTheIdleBillInItsAlwaysOnLines(
            @ForAll("setUps") SetUp setUp, @ForAll("terms") Terms terms, @ForAll("rates") BigDecimal rate) {
        Biller biller = new Biller(setUp);
        Bill idle = biller.bill(terms.with(Workload.idle()));

        assertEquals(alwaysOn(idle), alwaysOn(biller.bill(terms.at(rate))));
        assertEquals(idle.lines(), biller.bill(terms.at(BigDecimal.ZERO)).lines());
        assertEquals(0, idle.total(Group.PER_REQUEST).signum());
    }

    /** Each of two that share the requests evenly gets half, so the request lines of all sum up to the requests. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void chargesEachRequestOnce(@ForAll("terms") Terms terms, @ForAll("rates") BigDecimal rate) {
        Bill bill = new Biller(SetUpsToBill.ALL.get(4)).bill(terms.at(rate));
        BigDecimal calls = bill.lines().stream()
                .filter(line -> line.priceKey().equals("lambda:requests"))
                .map(Line::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertEquals(
                0,
                terms.at(rate)
                        .workload()
                        .requestsPerMonth()
                        .subtract(calls)
                        .abs()
                        .max(NEARLY_NOTHING)
                        .compareTo(NEARLY_NOTHING));
    }

    private static List<Line> alwaysOn(Bill bill) {
        return bill.lines().stream()
                .filter(line -> line.group() == Group.ALWAYS_ON)
                .toList();
    }

    @Provide
    Arbitrary<SetUp> setUps() {
        return Arbitraries.of(SetUpsToBill.ALL);
    }

    /** From one in a hundred seconds to 10,000 a second, as many small ones as large ones. */
    @Provide
    Arbitrary<BigDecimal> rates() {
        return Combinators.combine(
                        Arbitraries.integers().between(100, 999),
                        Arbitraries.integers().between(-4, 1))
                .as((digits, power) -> BigDecimal.valueOf(digits).scaleByPowerOfTen(power));
    }

    @Provide
    Arbitrary<Terms> terms() {
        Arbitrary<Workload> workloads = Combinators.combine(shapes(), few(200), few(100_000), few(1000), few(100))
                .as((shape, cpu, bytes, log, cold) -> new Workload(
                        "any",
                        BigDecimal.ONE,
                        shape,
                        cpu,
                        BigDecimal.valueOf(5),
                        bytes,
                        log,
                        cold.movePointLeft(3),
                        BigDecimal.valueOf(600),
                        BigDecimal.valueOf(730)));
        return Combinators.combine(
                        workloads,
                        Arbitraries.of(PriceBooks.REGIONS),
                        Arbitraries.of(PurchaseModel.values()),
                        Arbitraries.of(Running.values()))
                .as((workload, region, purchase, running) ->
                        new Terms(PriceBooks.of(region), workload, purchase, running, List.of(), true));
    }

    private static Arbitrary<BigDecimal> few(int most) {
        return Arbitraries.integers().between(1, most).map(BigDecimal::valueOf);
    }

    private static Arbitrary<List<BigDecimal>> shapes() {
        Arbitrary<BigDecimal> weights = few(9);
        return Arbitraries.oneOf(
                Arbitraries.just(List.of()),
                weights.list().ofSize(24),
                weights.list().ofSize(168));
    }
}
