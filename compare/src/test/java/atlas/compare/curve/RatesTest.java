package atlas.compare.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import org.junit.jupiter.api.Test;

class RatesTest {
    @Test
    void goFromTheLowestToTheHighestEvenlyOnALogarithmicScale() {
        List<String> rates =
                Rates.evenly(2).stream().map(BigDecimal::toPlainString).toList();

        assertEquals(
                List.of(
                        "0.01", "0.03162", "0.1", "0.3162", "1", "3.162", "10", "31.62", "100", "316.2", "1000", "3162",
                        "10000"),
                rates);
    }

    @Property
    void theHighestPossibleIsFoundToATenThousandth(@ForAll @BigRange(min = "0.01", max = "10000") BigDecimal limit) {
        BigDecimal found = Rates.highest(rate -> rate.compareTo(limit) <= 0).orElseThrow();

        assertTrue(found.compareTo(limit) <= 0, () -> found + " is not possible");
        assertTrue(found.multiply(new BigDecimal("1.0001")).compareTo(limit) >= 0, () -> found + " is not the highest");
    }

    @Test
    void noRateIsTheHighestWhereNotEvenTheLowestIsPossible() {
        assertEquals(Optional.empty(), Rates.highest(rate -> false));
    }
}
