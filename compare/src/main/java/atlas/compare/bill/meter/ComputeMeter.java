package atlas.compare.bill.meter;

import atlas.compare.bill.Tally;
import atlas.compare.capacity.Compute;
import atlas.compare.capacity.Computes;
import atlas.compare.capacity.EcsExpress;
import atlas.compare.capacity.Fleet;
import atlas.compare.capacity.Function;
import atlas.compare.capacity.Functions;
import atlas.compare.capacity.Machine.Address;
import atlas.compare.template.Resource;
import java.util.Set;
import java.util.stream.Collectors;

/** Whatever runs the app, with the answers and the log lines that come from it. */
final class ComputeMeter implements Meter {
    private final Computes computes;

    ComputeMeter(Computes computes) {
        this.computes = computes;
    }

    @Override
    public void read(Resource resource, Tally tally) {
        boolean found = false;
        for (Compute compute : computes.found()) {
            if (compute instanceof Fleet fleet && brings(fleet, resource)) {
                new FleetMeter(fleet, tally).read(resource);
                found = true;
            }
            if (compute instanceof Function function && isIt(function, resource)) {
                new FunctionMeter(function, tally).read();
                found = true;
            }
            if (isIt(compute, resource)) {
                new LogMeter(compute, tally).read();
                answersOf(compute, tally);
            }
        }
        if (!found) {
            left(resource, tally);
        }
    }

    /** Only a machine with an address of its own answers the internet without anything before it. */
    private static void answersOf(Compute compute, Tally tally) {
        boolean isAsked = tally.usage().requestsAt(compute.resource()).signum() > 0;
        boolean hasABalancer = compute.resource().is(EcsExpress.SERVICE);
        if (!isAsked || hasABalancer || !tally.usage().path().fronts().isEmpty()) {
            return;
        }
        Set<Address> addresses = addresses(compute);
        if (addresses.contains(Address.PUBLIC) || addresses.contains(Address.ELASTIC)) {
            Traffic.out(tally, compute.resource());
        } else if (addresses.contains(Address.LEFT_OPEN)) {
            tally.notPriced(compute.resource(), "data out: whether it has a public address is not in the template");
        }
    }

    private static Set<Address> addresses(Compute compute) {
        return compute instanceof Fleet fleet
                ? fleet.shares().stream()
                        .map(share -> share.machine().address())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static boolean brings(Fleet fleet, Resource resource) {
        return fleet.shares().stream().anyMatch(share -> share.resource().name().equals(resource.name()));
    }

    private static boolean isIt(Compute compute, Resource resource) {
        return compute.resource().name().equals(resource.name());
    }

    /** A service on instances is paid by them, a function of CloudFormation's own runs at deployments only. */
    private void left(Resource resource, Tally tally) {
        computes.leftOpen(resource.name()).ifPresent(why -> tally.notPriced(resource, why));
        if (Functions.atTheEdge(tally.setUp()).contains(resource.name())) {
            EdgeMeter.function(resource, tally);
        }
    }
}
