package atlas.compare.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final BigDecimal NEARLY_NOTHING = new BigDecimal("0.0000001");

    /** Whatever the shape, the hours are those of the month, and the requests those that were asked for. */
    @Property(tries = 300)
    void spreadsItsRequestsOverTheHoursOfTheMonth(@ForAll("workloads") Workload workload) {
        BigDecimal hours = BigDecimal.ZERO;
        BigDecimal requests = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, BigDecimal> entry : workload.hoursByRate().entrySet()) {
            hours = hours.add(entry.getValue());
            requests = requests.add(entry.getKey().multiply(entry.getValue()).multiply(BigDecimal.valueOf(3600)));
        }

        assertNear(workload.hoursPerMonth(), hours);
        assertNear(workload.requestsPerMonth(), requests);
        assertTrue(workload.peakRequestsPerSecond().add(NEARLY_NOTHING).compareTo(workload.requestsPerSecond()) >= 0);
    }

    @Test
    void weighsTheHoursOfADay() {
        List<BigDecimal> shape = new ArrayList<>(Collections.nCopies(18, BigDecimal.ONE));
        shape.addAll(Collections.nCopies(6, BigDecimal.valueOf(5)));
        Map<BigDecimal, BigDecimal> hours = workload("20", shape, "720").hoursByRate();

        assertEquals("[10, 50]", hours.keySet().toString());
        assertNear(BigDecimal.valueOf(540), hours.get(BigDecimal.TEN));
        assertNear(BigDecimal.valueOf(180), hours.get(BigDecimal.valueOf(50)));
    }

    @Test
    void isTheSameAtAnotherRate() {
        Workload workload = workload("20", List.of(), "730");

        assertEquals(workload, workload.at(BigDecimal.ONE).at(new BigDecimal("20")));
        assertEquals("52560000", workload.requestsPerMonth().toPlainString());
    }

    @Test
    void isIdleWhereNobodyAsks() {
        assertTrue(Workload.idle().isIdle());
        assertEquals("idle", Workload.idle().name());
        assertEquals(0, Workload.idle().requestsPerMonth().signum());
        assertTrue(workload("20", List.of(), "730").at(BigDecimal.ZERO).isIdle());
    }

    @Provide
    Arbitrary<Workload> workloads() {
        Arbitrary<BigDecimal> weights = Arbitraries.integers().between(0, 50).map(BigDecimal::valueOf);
        Arbitrary<List<BigDecimal>> shapes = Arbitraries.oneOf(
                Arbitraries.just(List.of()),
                weights.list().ofSize(24).filter(WorkloadTest::hasAnHour),
                weights.list().ofSize(168).filter(WorkloadTest::hasAnHour));
        return Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, BigDecimal.valueOf(10_000))
                                .ofScale(3),
                        shapes,
                        Arbitraries.integers().between(1, 744))
                .as((rate, shape, hours) -> workload(rate.toPlainString(), shape, String.valueOf(hours)));
    }

    private static boolean hasAnHour(List<BigDecimal> shape) {
        return shape.stream().anyMatch(weight -> weight.signum() > 0);
    }

    private static Workload workload(String rate, List<BigDecimal> shape, String hours) {
        BigDecimal none = BigDecimal.ZERO;
        return new Workload(
                "test",
                new BigDecimal(rate),
                shape,
                BigDecimal.TEN,
                none,
                none,
                none,
                none,
                none,
                new BigDecimal(hours));
    }

    private static void assertNear(BigDecimal expected, BigDecimal actual) {
        BigDecimal allowed = expected.multiply(NEARLY_NOTHING).max(NEARLY_NOTHING);
        assertTrue(expected.subtract(actual).abs().compareTo(allowed) <= 0, () -> expected + " and " + actual);
    }
}
