package atlas.compare.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.RealAssembly;
import atlas.compare.bill.Biller;
import atlas.compare.bill.Terms;
import atlas.compare.prices.PriceBooks;
import atlas.compare.template.SetUps;
import atlas.compare.workload.WorkloadFile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bands and the cheapest of our own options, held against their bills at one rate after the other. */
class RealCurvesTest {
    private static final double CLOSE = 1.001;

    /** A shape makes small steps at rates of its own; without one there are few and large ones. */
    @ParameterizedTest
    @CsvSource({"steady-api, 2000", "spiky-site, 400"})
    void areInTheOrderThatTheBandsSay(String workload, int rates) {
        List<Curve> curves = curves(workload).drawn();

        for (int i = 0; i < curves.size(); i++) {
            for (int k = i + 1; k < curves.size(); k++) {
                Curve one = curves.get(i);
                Curve other = curves.get(k);
                Optional<CrossOver> band = CrossOver.between(one, other);
                evenly(rates).forEach(rate -> assertSaid(band, one, other, rate));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"steady-api, 2000", "spiky-site, 400"})
    void haveTheCheapestThatIsSaid(String workload, int rates) {
        Curves curves = curves(workload);
        List<Cheapest> stretches = curves.cheapest();

        assertEquals(Rates.LOWEST, stretches.get(0).from());
        assertEquals(Rates.HIGHEST, stretches.get(stretches.size() - 1).to());
        evenly(rates).filter(rate -> isInside(stretches, rate)).forEach(rate -> {
            BigDecimal least = curves.drawn().stream()
                    .map(curve -> curve.cost(rate))
                    .reduce(BigDecimal::min)
                    .orElseThrow();
            assertEquals(least, costOfTheCheapest(curves, stretches, rate), () -> "at " + rate);
        });
    }

    private static Curves curves(String workload) {
        Terms terms = Terms.of(PriceBooks.of("us-east-1"), WorkloadFile.read(workload));
        return new Curves(SetUps.options(RealAssembly.folder(), "us-east-1").stream()
                .map(setUp -> new Curve(new Biller(setUp), terms))
                .toList());
    }

    private static Stream<BigDecimal> evenly(int rates) {
        return IntStream.range(0, rates)
                .mapToObj(i -> new BigDecimal(0.01 * Math.pow(1e6, i / (rates - 1.0)), MathContext.DECIMAL64));
    }

    /** Outside the band; without one the order is that at the lowest rate. */
    private static void assertSaid(Optional<CrossOver> band, Curve one, Curve other, BigDecimal rate) {
        int order = one.cost(rate).compareTo(other.cost(rate));
        if (order == 0) {
            return;
        }
        String cheaper = (order < 0 ? one : other).setUp();
        String said = band.isEmpty()
                ? (one.cost(Rates.LOWEST).compareTo(other.cost(Rates.LOWEST)) <= 0 ? one : other).setUp()
                : ratio(rate, band.get().from()) < 1 / CLOSE
                        ? band.get().below()
                        : ratio(rate, band.get().to()) > CLOSE ? band.get().above() : cheaper;
        assertEquals(said, cheaper, () -> "%s and %s at %s".formatted(one.setUp(), other.setUp(), rate));
    }

    /** Not within a thousandth of where a stretch ends. */
    private static boolean isInside(List<Cheapest> stretches, BigDecimal rate) {
        return stretches.stream().allMatch(stretch -> Math.abs(Math.log(ratio(rate, stretch.to()))) > Math.log(CLOSE));
    }

    private static BigDecimal costOfTheCheapest(Curves curves, List<Cheapest> stretches, BigDecimal rate) {
        String cheapest = stretches.stream()
                .filter(stretch -> rate.compareTo(stretch.to()) <= 0)
                .findFirst()
                .orElseThrow()
                .setUp();
        return curves.drawn().stream()
                .filter(curve -> curve.setUp().equals(cheapest))
                .findFirst()
                .orElseThrow()
                .cost(rate);
    }

    private static double ratio(BigDecimal rate, BigDecimal other) {
        return rate.doubleValue() / other.doubleValue();
    }
}
