package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.Fleet;
import atlas.compare.capacity.InstanceType;
import atlas.compare.capacity.Machine;
import atlas.compare.capacity.Machine.Instance;
import atlas.compare.capacity.Machine.Share;
import atlas.compare.capacity.Machine.Task;
import atlas.compare.capacity.Machine.Volume;
import atlas.compare.template.Resource;
import java.math.BigDecimal;

/** Tasks and instances: those that are always there, and those that come with the requests. */
final class FleetMeter {
    /** Fargate's own disk. */
    private static final BigDecimal INCLUDED_GIB = BigDecimal.valueOf(20);

    private final Fleet fleet;
    private final Tally tally;

    FleetMeter(Fleet fleet, Tally tally) {
        this.fleet = fleet;
        this.tally = tally;
    }

    /** What one resource brings of the fleet: a service all of it, a node group its part. */
    void read(Resource resource) {
        tally.usage().alwaysOn(fleet).forEach((share, hours) -> read(resource, share, hours, Group.ALWAYS_ON));
        tally.usage().onTop(fleet).forEach((share, hours) -> read(resource, share, hours, Group.PER_REQUEST));
        if (resource.name().equals(fleet.resource().name())) {
            credits();
        }
    }

    private void read(Resource resource, Share share, BigDecimal unitHours, Group group) {
        if (!share.resource().name().equals(resource.name())) {
            return;
        }
        Quantity hours = Quantity.of(unitHours, fleet.unit() + "-hours");
        boolean committed = group == Group.ALWAYS_ON;
        Machine machine = share.machine();
        if (machine instanceof Task task) {
            task(share, task, hours, group, committed);
        } else if (machine instanceof Instance instance) {
            instance(share, instance, hours, group, committed);
        }
    }

    private void task(Share share, Task task, Quantity hours, Group group, boolean committed) {
        Purchasing purchasing = new Purchasing(tally, share.spot(), committed);
        Resource service = share.resource();
        purchasing.fargate(service, "vCPU", group, hours.times(task.vcpu(), "vCPU"), task, "vcpu");
        purchasing.fargate(service, "memory", group, hours.times(task.memoryGib(), "GB"), task, "gb");
        BigDecimal more = task.ephemeralGib().subtract(INCLUDED_GIB).max(BigDecimal.ZERO);
        tally.line(service, "ephemeral storage", group, hours.times(more, "GB"), "fargate:ephemeral-storage");
        address(service, task.publicAddress(), hours);
    }

    private void instance(Share share, Instance instance, Quantity hours, Group group, boolean committed) {
        new Purchasing(tally, share.spot(), committed).ec2(share.resource(), group, hours, instance.type());
        for (Volume volume : instance.volumes()) {
            Volumes.read(
                    tally,
                    share.resource(),
                    group,
                    volume,
                    hours.per(tally.usage().hours()));
        }
        address(share.resource(), instance.publicAddress(), hours);
    }

    private void address(Resource resource, boolean isPublic, Quantity hours) {
        if (isPublic) {
            tally.line(resource, "public IPv4", Group.OFTEN_FORGOTTEN, hours, "vpc:public-ipv4:in-use");
        }
    }

    /** Burstable instances are unlimited unless somebody says otherwise: what they use above their baseline is billed. */
    private void credits() {
        if (fleet.shares().get(0).machine() instanceof Instance instance) {
            InstanceType.named(instance.type())
                    .filter(InstanceType::isBurstable)
                    .ifPresent(type -> tally.line(
                            fleet.resource(),
                            "CPU credits",
                            Group.OFTEN_FORGOTTEN,
                            Quantity.of(tally.usage().aboveBaseline(fleet, type), "vCPU-hours above the baseline"),
                            "ec2:cpu-credit:" + type.family()));
        }
    }
}
