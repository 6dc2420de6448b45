package atlas.compare.bill.meter;

import atlas.compare.bill.Tally;
import atlas.compare.template.Resource;

/** Reads what a resource of certain types costs, as AWS's own meters do at the end of an hour. */
public interface Meter {
    void read(Resource resource, Tally tally);
}
