package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.EcsExpress;
import atlas.compare.capacity.Fleet;
import atlas.compare.capacity.InstanceType;
import atlas.compare.capacity.LambdaManagedInstances;
import atlas.compare.capacity.Machine;
import atlas.compare.capacity.Machine.AppRunnerInstance;
import atlas.compare.capacity.Machine.Bundle;
import atlas.compare.capacity.Machine.Instance;
import atlas.compare.capacity.Machine.Share;
import atlas.compare.capacity.Machine.Task;
import atlas.compare.capacity.Machine.Volume;
import atlas.compare.template.Resource;
import java.util.Optional;

/** Tasks and instances: those that are always there, and those that come with the requests. */
final class FleetMeter {
    private final Fleet fleet;
    private final Tally tally;

    FleetMeter(Fleet fleet, Tally tally) {
        this.fleet = fleet;
        this.tally = tally;
    }

    /** What one resource brings of the fleet: a service all of it, a node group its part. */
    void read(Resource resource) {
        fleet.split(fleet.min()).forEach((share, units) -> {
            if (units > 0 && share.resource().name().equals(resource.name())) {
                alwaysOn(share, Quantity.count(units, fleet.unit(), fleet.unit() + "s"));
            }
        });
        tally.usage().onTop(fleet).forEach((share, unitHours) -> {
            if (share.resource().name().equals(resource.name())) {
                Quantity hours = Quantity.of(unitHours, fleet.unit() + "-hours");
                read(new Purchasing(tally, share, Group.PER_REQUEST, hours, Optional.empty()), months(hours));
            }
        });
        if (resource.name().equals(fleet.resource().name())) {
            ofTheWhole();
        }
    }

    private void alwaysOn(Share share, Quantity units) {
        Quantity hours = units.times(tally.usage().runningHours(), "h");
        Quantity month = units.times(tally.usage().hours(), "h");
        boolean isAlways = hours.value().compareTo(month.value()) == 0;
        // A group deletes what it stops; an instance of its own keeps its disks.
        boolean keepsDisks = share.resource().is("AWS::EC2::Instance");
        read(
                new Purchasing(tally, share, Group.ALWAYS_ON, hours, Optional.of(month)),
                isAlways || keepsDisks ? units : months(hours));
    }

    private Quantity months(Quantity hours) {
        return hours.per(tally.usage().hours());
    }

    /** @param months units times the part of the month in which they are there */
    private void read(Purchasing purchasing, Quantity months) {
        Machine machine = purchasing.share().machine();
        if (machine instanceof Task task) {
            TaskMeter.read(purchasing, task);
        } else if (machine instanceof Instance instance) {
            purchasing.ec2(instance);
            for (Volume volume : instance.volumes()) {
                Volumes.read(tally, purchasing.share().resource(), purchasing.group(), volume, months);
            }
        } else if (machine instanceof AppRunnerInstance instance) {
            AppRunnerMeter.instances(purchasing, instance);
        } else if (machine instanceof Bundle bundle) {
            Resource resource = purchasing.share().resource();
            tally.line(resource, "bundle", purchasing.group(), months.times(1, "month"), bundle.priceKey());
        }
        AddressMeter.read(purchasing);
    }

    private void ofTheWhole() {
        Machine machine = fleet.shares().get(0).machine();
        if (machine instanceof Instance instance) {
            InstanceType.named(instance.type())
                    .filter(InstanceType::isBurstable)
                    .ifPresent(this::credits);
        }
        if (machine instanceof AppRunnerInstance instance) {
            AppRunnerMeter.service(fleet, instance, tally);
        }
        if (fleet.resource().is(EcsExpress.SERVICE)) {
            ExpressMeter.balancer(fleet.resource(), tally);
        }
        if (fleet.resource().is(LambdaManagedInstances.PROVIDER)) {
            Quantity calls = Quantity.of(tally.usage().requestsAt(fleet.resource()), "requests");
            tally.line(fleet.resource(), "calls", Group.PER_REQUEST, calls, "lambda:requests");
        }
    }

    /** Burstable instances are unlimited unless somebody says otherwise: what they use above their baseline is billed. */
    private void credits(InstanceType type) {
        tally.line(
                fleet.resource(),
                "CPU credits",
                Group.OFTEN_FORGOTTEN,
                Quantity.of(tally.usage().aboveBaseline(fleet, type), "vCPU-hours above the baseline"),
                "ec2:cpu-credit:" + type.family());
    }
}
