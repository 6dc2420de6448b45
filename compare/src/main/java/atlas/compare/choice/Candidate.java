package atlas.compare.choice;

import atlas.compare.bill.Bill;
import atlas.compare.bill.Biller;
import atlas.compare.bill.Terms;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Collectors;

/**
 * An option, with all that is computed of it before anybody judges.
 *
 * @param units how many of what answer in the busiest hour, such as {@code 3 instances}; empty when nobody asks
 * @param idle its bill when nobody asks
 * @param bill its bill under the workload, as the template is
 * @param raised the same with maxima, throttles and quotas raised
 */
public record Candidate(String id, String title, Start start, String units, Bill idle, Bill bill, Bill raised) {

    public static Candidate of(Biller biller, Terms terms) {
        return new Candidate(
                biller.setUp().id(),
                biller.setUp().title(),
                Start.of(biller.path().source()),
                units(biller, terms.workload()),
                biller.bill(terms.with(Workload.idle())),
                biller.bill(terms),
                biller.bill(terms.whenRaised()));
    }

    private static String units(Biller biller, Workload workload) {
        if (workload.isIdle()) {
            return "";
        }
        BigDecimal servers = BigDecimal.valueOf(biller.path().servers().size());
        return biller.path().servers().stream()
                .map(server -> {
                    BigDecimal rate = workload.peakRequestsPerSecond().divide(servers, MathContext.DECIMAL64);
                    int count = server.units(workload, rate);
                    return "%d %s%s".formatted(count, server.unit(), count == 1 ? "" : "s");
                })
                .collect(Collectors.joining(" and "));
    }

    /** USD a month under the workload, with as many units as that takes. */
    public BigDecimal cost() {
        return (bill.isCarried() ? bill : raised).total();
    }
}
