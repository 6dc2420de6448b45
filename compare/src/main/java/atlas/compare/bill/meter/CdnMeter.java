package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.StaticSite;
import atlas.compare.template.Resource;
import java.math.BigDecimal;
import java.util.List;

/** CloudFront, as if none of its answers came from the cache. */
final class CdnMeter implements Meter {
    @Override
    public void read(Resource distribution, Tally tally) {
        List<Resource> sites = StaticSite.in(tally.setUp(), tally.usage().path());
        if (tally.usage().path().passes(distribution)) {
            answers(distribution, Quantity.of(tally.usage().requestsAt(distribution), "requests"), tally);
        } else if (sites.contains(distribution)) {
            files(distribution, sites.size(), tally);
        } else {
            tally.needsUsage(distribution, "requests, and data out");
        }
    }

    private static void answers(Resource distribution, Quantity requests, Tally tally) {
        tally.line(distribution, "HTTPS requests", Group.PER_REQUEST, requests, "cloudfront:https-requests");
        tally.line(distribution, "data out", Group.OFTEN_FORGOTTEN, Traffic.answers(tally, requests), "cloudfront:dto");
    }

    /** Each of several sites is asked as often. */
    private static void files(Resource distribution, int sites, Tally tally) {
        Quantity all = Quantity.of(tally.usage().workload().requestsPerMonth(), "requests");
        Quantity requests = sites == 1 ? all : all.per(BigDecimal.valueOf(sites));
        answers(distribution, requests, tally);
        tally.line(distribution, "requests to its bucket", Group.PER_REQUEST, requests, "s3:get");
    }
}
