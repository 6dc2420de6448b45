package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Tally;
import atlas.compare.template.Resource;

/** EKS's control plane, while its version is in standard support. */
final class EksMeter implements Meter {
    @Override
    public void read(Resource cluster, Tally tally) {
        tally.line(cluster, "control plane", Group.ALWAYS_ON, tally.hours(), "eks:cluster:standard");
        if (cluster.at("ComputeConfig", "Enabled").isTrue()) {
            tally.notPriced(cluster, "Auto Mode chooses its instances, so their types are not in the template", true);
        }
    }
}
