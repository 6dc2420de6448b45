package atlas.compare.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate(1 minute) | 1440",
                "rate(5 minutes) | 288",
                "rate(1 hour) | 24",
                "rate(7 days) | 0.142857",
                "cron(* * * * ? *) | 1440",
                "cron(0/15 * * * ? *) | 96",
                "cron(*/7 * ? * * *) | 216",
                "cron(0 18 * * ? *) | 1",
                "cron(0,30 8,12,18 * * ? *) | 6",
                "cron(5 0/6 ? * * *) | 4",
                "cron(10/20 8-17 * * ? *) | 30",
                "cron(0 18 ? * MON-FRI *) | 0.714286",
                "cron(0 18 ? * SAT,SUN *) | 0.285714",
                "cron(0 18 ? * 2-6 *) | 0.714286",
                "cron(0 0 1 * ? *) | 0.032877",
                "cron(0 0 1,15 * ? *) | 0.065753",
                "cron(0 0 L * ? *) | 0.032877",
            })
    void callsSoOftenADay(String expression, BigDecimal calls) {
        BigDecimal aDay = Schedule.parse(expression).orElseThrow().callsAnHour().multiply(BigDecimal.valueOf(24));

        assertEquals(0, calls.subtract(aDay).setScale(5, RoundingMode.HALF_UP).signum(), aDay::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rate(0 minutes)",
                "rate(1 fortnight)",
                "rate(-1 hours)",
                "at(2026-12-01T00:00:00)",
                "cron(0 18 ? * FRI-MON *)",
                "cron(0 18 ? * MON#1 *)",
                "cron(0 18 1 * MON *)",
                "cron(0 18 * JAN ? *)",
                "cron(0/0 * * * ? *)",
                "cron(0 90/5 * * ? *)",
                "cron(0,,5 * * * ? *)",
                "cron(0 0 * * ? 2030)",
                "every hour",
            })
    void leavesTheIntricateOnes(String expression) {
        assertEquals(Optional.empty(), Schedule.parse(expression));
    }
}
