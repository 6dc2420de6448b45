package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.template.Resource;

/** CloudFront, as if none of its answers came from the cache. */
final class CdnMeter implements Meter {
    @Override
    public void read(Resource distribution, Tally tally) {
        if (!tally.usage().path().passes(distribution)) {
            tally.needsUsage(distribution, "requests, and data out");
            return;
        }
        tally.line(
                distribution,
                "HTTPS requests",
                Group.PER_REQUEST,
                Quantity.of(tally.usage().requests(), "requests"),
                "cloudfront:https-requests");
        tally.line(distribution, "data out", Group.OFTEN_FORGOTTEN, Traffic.answers(tally), "cloudfront:dto");
    }
}
