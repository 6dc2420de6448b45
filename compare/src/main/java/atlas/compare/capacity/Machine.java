package atlas.compare.capacity;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.util.List;

/** What a unit runs on, and so what it is billed as. */
public sealed interface Machine {
    /** Whether it has a public IPv4 address of its own. */
    boolean publicAddress();

    /**
     * An EC2 instance.
     *
     * @param type the first of those that the template allows
     * @param volumes block devices, as the template lists them
     */
    record Instance(String type, List<Volume> volumes, boolean publicAddress) implements Machine {
        public Instance {
            volumes = List.copyOf(volumes);
        }
    }

    /**
     * A task on Fargate.
     *
     * @param arm whether it runs on Graviton
     * @param ephemeralGib disk; 20 are included
     */
    record Task(boolean arm, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal ephemeralGib, boolean publicAddress)
            implements Machine {}

    /**
     * A disk of an instance, or alone.
     *
     * @param type gp3, gp2, io1, st1, sc1
     * @param iops 0 for what the type includes
     * @param throughputMibps 0 for what the type includes
     */
    record Volume(String type, BigDecimal gib, BigDecimal iops, BigDecimal throughputMibps) {
        /** Where a template says nothing, EC2 takes a root volume as large as the image: 8 GiB for Amazon Linux. */
        static final Volume ROOT = new Volume("gp3", BigDecimal.valueOf(8), BigDecimal.ZERO, BigDecimal.ZERO);

        /** From its properties as EBS names them, in a device mapping or in a volume of its own. */
        public static Volume of(Value ebs) {
            return new Volume(
                    ebs.at("VolumeType").text().orElse("gp2"),
                    ebs.at("VolumeSize")
                            .number()
                            .or(() -> ebs.at("Size").number())
                            .orElse(ROOT.gib()),
                    ebs.at("Iops").number().orElse(BigDecimal.ZERO),
                    ebs.at("Throughput").number().orElse(BigDecimal.ZERO));
        }
    }

    /**
     * A part of the units that is billed in one way.
     *
     * @param resource that brings these units: a service, a group, a node group
     * @param base how many of the first units are of this part
     * @param weight its share of the units above all bases
     */
    record Share(Resource resource, Machine machine, boolean spot, int base, int weight) {}
}
