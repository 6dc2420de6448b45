package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.template.Resource;
import java.math.BigDecimal;

/** The answers on their way out. */
final class Traffic {
    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1_000_000_000);

    private Traffic() {}

    /** Decimal ones, as AWS counts in its own examples. */
    static Quantity gigabytes(Quantity bytes) {
        return bytes.per(GIGABYTE);
    }

    /** Those that come out of a front or a server. */
    static Quantity answers(Tally tally, Resource place) {
        return answers(tally, Quantity.of(tally.usage().requestsAt(place), "requests"));
    }

    static Quantity answers(Tally tally, Quantity requests) {
        return gigabytes(requests.times(tally.usage().workload().responseBytes(), "bytes"));
    }

    /** Into the internet; what a CDN fetches from its origin inside AWS costs nothing. */
    static void out(Tally tally, Resource front) {
        if (!tally.usage().path().passes("AWS::CloudFront::Distribution")) {
            tally.line(front, "data out", Group.OFTEN_FORGOTTEN, answers(tally, front), "dto:internet");
        }
    }
}
