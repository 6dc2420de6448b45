package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.Machine.Volume;
import atlas.compare.template.Resource;
import java.math.BigDecimal;

/** EBS volumes: gigabytes, and what they are faster than their type. */
final class Volumes {
    /** Included with gp3. */
    private static final BigDecimal IOPS = BigDecimal.valueOf(3000);

    private static final BigDecimal THROUGHPUT = BigDecimal.valueOf(125);

    private Volumes() {}

    /** A volume that belongs to no instance's launch. */
    static void alone(Resource volume, Tally tally) {
        read(tally, volume, Group.ALWAYS_ON, Volume.alone(volume.properties()), Quantity.of(1, "volume"));
    }

    /** @param months volumes times the part of the month in which they are there */
    static void read(Tally tally, Resource resource, Group group, Volume volume, Quantity months) {
        tally.line(resource, "EBS " + volume.type(), group, months.times(volume.gib(), "GB"), "ebs:" + volume.type());
        if (volume.type().equals("gp3")) {
            tally.line(resource, "EBS IOPS", group, months.times(above(volume.iops(), IOPS), "IOPS"), "ebs:gp3-iops");
            tally.line(
                    resource,
                    "EBS throughput",
                    group,
                    months.times(above(volume.throughputMibps(), THROUGHPUT), "MiB/s"),
                    "ebs:gp3-throughput");
        }
        if (volume.type().equals("io1")) {
            tally.line(resource, "EBS IOPS", group, months.times(volume.iops(), "IOPS"), "ebs:io1-iops");
        }
    }

    private static BigDecimal above(BigDecimal value, BigDecimal included) {
        return value.subtract(included).max(BigDecimal.ZERO);
    }
}
