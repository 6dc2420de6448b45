package atlas.adapters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.app.Job;
import atlas.app.Poster;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JobItemTest {
    private static final Duration KEPT = Duration.ofDays(1);

    @Property
    void givesBackTheJobItWasMadeFrom(@ForAll("jobs") Job job) {
        assertEquals(job, JobItem.job(JobItem.of(job, KEPT)));
    }

    @Property
    void ordersTimesAsTheyCome(@ForAll("times") Instant one, @ForAll("times") Instant other) {
        assertEquals(
                Integer.signum(one.compareTo(other)),
                number(one).compareTo(number(other)),
                () -> one + " and " + other + " as " + number(one) + " and " + number(other));
    }

    @Example
    void hasTheAttributesThatReadersOfTheTableKnow() {
        Job job = Job.queued("job-00000001", new Poster(0, 0, 0, 1, 1, 1), Instant.EPOCH);
        Set<String> names = Set.of(
                "id",
                "zoom",
                "x",
                "y",
                "columns",
                "rows",
                "iterations",
                "state",
                "attempt",
                "createdAt",
                "leaseEnd",
                "reason",
                "expiresAt");
        assertEquals(names, JobItem.of(job, KEPT).keySet());
    }

    @Provide
    Arbitrary<Job> jobs() {
        Arbitrary<Poster> posters = Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(1, 100))
                .as((x, y, columns, rows, iterations) -> new Poster(4, x, y, columns, rows, iterations))
                .withoutEdgeCases();
        return Combinators.combine(
                        Arbitraries.strings()
                                .alpha()
                                .ofMinLength(8)
                                .ofMaxLength(64)
                                .withoutEdgeCases(),
                        posters,
                        Arbitraries.of(Job.State.class),
                        Arbitraries.integers().greaterOrEqual(0),
                        times(),
                        times(),
                        Arbitraries.strings().ofMaxLength(99))
                .as(Job::new);
    }

    @Provide
    Arbitrary<Instant> times() {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(
                                        0, Instant.parse("2199-01-01T00:00:00Z").getEpochSecond()),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static BigDecimal number(Instant time) {
        return new BigDecimal(JobItem.time(time).n());
    }
}
