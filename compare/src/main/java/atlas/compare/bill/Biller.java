package atlas.compare.bill;

import atlas.compare.bill.meter.Meters;
import atlas.compare.capacity.Compute;
import atlas.compare.capacity.Computes;
import atlas.compare.capacity.RequestPath;
import atlas.compare.capacity.Triggers;
import atlas.compare.template.SetUp;
import java.util.List;

/** Makes the bill of one set-up, on whatever terms are asked for. */
public final class Biller {
    private final SetUp setUp;
    private final List<Compute> computes;
    private final RequestPath path;
    private final Triggers triggers;
    private final Meters meters;

    public Biller(SetUp setUp) {
        this.setUp = setUp;
        Computes read = Computes.read(setUp);
        computes = read.found();
        path = RequestPath.of(setUp, computes);
        triggers = new Triggers(setUp);
        meters = new Meters(read);
    }

    public SetUp setUp() {
        return setUp;
    }

    public List<Compute> computes() {
        return computes;
    }

    public RequestPath path() {
        return path;
    }

    public Bill bill(Terms terms) {
        Tally tally = new Tally(setUp, terms, new Usage(terms, path, triggers));
        setUp.resources().forEach(resource -> meters.read(resource, tally));
        setUp.stacks().forEach(stack -> stack.unread().forEach(tally::unread));
        return tally.bill(refusals(terms));
    }

    /** Why it cannot carry the workload; empty when it can. Found without a bill. */
    public List<String> refusals(Terms terms) {
        return new Carrying(setUp, path, terms).refusals();
    }
}
