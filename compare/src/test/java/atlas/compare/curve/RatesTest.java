package atlas.compare.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
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
}
