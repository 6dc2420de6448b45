package atlas.compare.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({"0, 0.00", "0.004, <0.01", "0.005, 0.01", "1234567.891, '1,234,567.89'", "12, 12.00"})
    void isWrittenToTheCent(BigDecimal amount, String written) {
        assertEquals(written, Money.usd(amount));
    }

    /** A German terminal would write 1.234,50, and the README be wrong there. */
    @Test
    void isWrittenTheSameEverywhere() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("1,234.50", Money.usd(new BigDecimal("1234.5")));
        } finally {
            Locale.setDefault(before);
        }
    }
}
