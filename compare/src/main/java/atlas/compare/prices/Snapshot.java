package atlas.compare.prices;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The prices of a region as somebody looked through them on a day.
 *
 * @param reviewed that day
 * @param hoursPerMonth in which a month is counted: 730, as AWS's own calculator does
 * @param prices those that are known
 * @param notKnown keys that have no price, and why
 */
public record Snapshot(LocalDate reviewed, int hoursPerMonth, PriceBook prices, SortedMap<String, String> notKnown) {
    /** AWS changes a price here and there every month. */
    static final int DAYS_TO_TRUST = 30;

    public long daysOldOn(LocalDate today) {
        return ChronoUnit.DAYS.between(reviewed, today);
    }

    /** What to tell somebody who reads a number made of it, when it is older than 30 days. */
    public Optional<String> warningOn(LocalDate today) {
        return daysOldOn(today) <= DAYS_TO_TRUST
                ? Optional.empty()
                : Optional.of(
                        "the prices of %1$s were reviewed %2$s, %3$d days ago; compare them with AWS's: ./atlas prices check --region %1$s"
                                .formatted(prices.region(), reviewed, daysOldOn(today)));
    }
}
