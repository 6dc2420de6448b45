package atlas.compare.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.Written;
import atlas.compare.capacity.Machine.AppRunnerInstance;
import atlas.compare.capacity.Machine.Share;
import atlas.compare.template.Resource;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetTest {
    private static final Resource ANY = Written.setUp("Resources: {A: {Type: AWS::ECS::Service}}")
            .resources()
            .findFirst()
            .orElseThrow();

    @Property(tries = 300)
    void splitsIntoAsManyAsThereAre(
            @ForAll("shares") @Size(min = 1, max = 6) List<Share> shares, @ForAll @IntRange(max = 2_000) int units) {
        Map<Share, Integer> split = fleet(0, Scaling.NONE, shares).split(units);

        assertEquals(units, split.values().stream().mapToInt(Integer::intValue).sum());
        assertTrue(split.values().stream().allMatch(part -> part >= 0), split::toString);
    }

    @Property(tries = 300)
    void takesNothingFromAShareWhenThereAreMore(
            @ForAll("shares") @Size(min = 1, max = 6) List<Share> shares, @ForAll @IntRange(max = 200) int units) {
        Fleet fleet = fleet(0, Scaling.NONE, shares);
        Map<Share, Integer> more = fleet.split(units + 1);

        fleet.split(units).forEach((share, part) -> assertTrue(more.getOrDefault(share, 0) >= part, more::toString));
    }

    @Test
    void givesTheFirstUnitsToTheBases() {
        List<Share> shares = List.of(share(0, 2, 1), share(1, 0, 3));
        Fleet fleet = fleet(0, Scaling.NONE, shares);

        assertEquals(List.of(1, 0), parts(fleet, 1));
        assertEquals(List.of(2, 0), parts(fleet, 2));
        assertEquals(List.of(3, 0), parts(fleet, 3));
        assertEquals(List.of(3, 1), parts(fleet, 4));
        assertEquals(List.of(3, 3), parts(fleet, 6));
        assertEquals(List.of(4, 6), parts(fleet, 10));
    }

    /** Two vCPU are 2,000 ms of computing a second; at 60 % of them another unit comes. */
    @ParameterizedTest
    @CsvSource({"'', '', 20", "0.6, '', 12", "'', 15, 15", "0.6, 15, 12", "0.9, 15, 15"})
    void carriesWhatTheStricterPolicyAllows(String cpu, String requests, BigDecimal capacity) {
        Scaling scaling = new Scaling(number(cpu), number(requests));

        assertEquals(
                0,
                capacity.compareTo(fleet(1, scaling, List.of(share(0, 0, 1)))
                        .capacity(workload(100))
                        .orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.1, 1", "20, 1", "20.1, 2", "40, 2", "1000000000, 50000000"})
    void hasAsManyUnitsAsARateTakes(BigDecimal rate, int units) {
        Fleet fleet = fleet(1, Scaling.NONE, List.of(share(0, 0, 1)));

        assertEquals(units, fleet.units(workload(100), rate));
    }

    @Test
    void needsOneUnitForWhatTakesNoComputing() {
        Fleet fleet = fleet(0, Scaling.NONE, List.of(share(0, 0, 1)));

        assertEquals(0, fleet.units(workload(0), BigDecimal.ZERO));
        assertEquals(1, fleet.units(workload(0), BigDecimal.valueOf(1_000_000)));
    }

    @Test
    void refusesWhatCannotBe() {
        assertEquals(
                "a fleet needs vcpu > 0, memoryMiB > 0, min >= 0 and shares, got vcpu=2 memoryMiB=512 min=-1 shares=0",
                assertThrows(IllegalArgumentException.class, () -> fleet(-1, Scaling.NONE, List.of()))
                        .getMessage());
    }

    @Provide
    Arbitrary<List<Share>> shares() {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 9);
        Arbitrary<Integer> weights =
                Arbitraries.oneOf(few, Arbitraries.integers().between(0, 1_000_000));
        return Combinators.combine(few, weights)
                .as((base, weight) -> new int[] {base, weight})
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(rows -> {
                    List<Share> shares = new ArrayList<>();
                    rows.forEach(row -> shares.add(share(shares.size(), row[0], row[1])));
                    return shares;
                });
    }

    private static Optional<BigDecimal> number(String text) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static List<Integer> parts(Fleet fleet, int units) {
        Map<Share, Integer> split = fleet.split(units);
        return fleet.shares().stream()
                .map(share -> split.getOrDefault(share, 0))
                .toList();
    }

    /** @param number keeps equal shares apart */
    private static Share share(int number, int base, int weight) {
        return new Share(
                ANY, new AppRunnerInstance(BigDecimal.ONE, BigDecimal.valueOf(number + 1L)), false, base, weight);
    }

    private static Fleet fleet(int min, Scaling scaling, List<Share> shares) {
        return new Fleet(ANY, "task", BigDecimal.valueOf(2), 512, min, OptionalInt.empty(), scaling, shares);
    }

    private static Workload workload(int cpuMillis) {
        BigDecimal none = BigDecimal.ZERO;
        return new Workload(
                "test",
                BigDecimal.ONE,
                List.of(),
                BigDecimal.valueOf(cpuMillis),
                none,
                none,
                none,
                none,
                none,
                BigDecimal.valueOf(730));
    }
}
