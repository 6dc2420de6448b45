package atlas.compare.capacity;

import atlas.compare.template.LeftOpen;
import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a unit runs on, and so what it is billed as. */
public sealed interface Machine {
    /** Whether it has a public IPv4 address of its own. */
    Address address();

    /** Of a machine, besides those that are resources themselves. */
    enum Address {
        PUBLIC,
        /** A public one as well, but a resource of its own. */
        ELASTIC,
        NONE,
        /** As its subnet has it, which is not in the template. */
        LEFT_OPEN
    }

    /** Whose hardware it is on. */
    enum Tenancy {
        SHARED,
        /** Instances of other accounts are kept away. */
        DEDICATED,
        /** A host that is paid by itself. */
        HOST
    }

    /**
     * An EC2 instance.
     *
     * @param type the first of those that the template allows
     * @param volumes block devices, as the template lists them
     * @param feeKey of the fee that whoever manages it takes, a share of its On-Demand price
     */
    record Instance(String type, List<Volume> volumes, Address address, Tenancy tenancy, Optional<String> feeKey)
            implements Machine {
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
    record Task(boolean arm, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal ephemeralGib, Address address)
            implements Machine {}

    /** An instance of App Runner: its memory is paid while it is there, its processor while it works. */
    record AppRunnerInstance(BigDecimal vcpu, BigDecimal memoryGib) implements Machine {
        @Override
        public Address address() {
            return Address.NONE;
        }
    }

    /**
     * What Lightsail sells by the month, with its address and its traffic, running or not.
     *
     * @param priceKey of a month
     */
    record Bundle(String priceKey) implements Machine {
        @Override
        public Address address() {
            return Address.NONE;
        }
    }

    /**
     * A disk of an instance, or alone.
     *
     * @param type gp3, gp2, io1, st1, sc1
     * @param iops 0 for what the type includes
     * @param throughputMibps 0 for what the type includes
     */
    record Volume(String type, BigDecimal gib, BigDecimal iops, BigDecimal throughputMibps) {
        /** Where a template says nothing, EC2 takes a root volume as large as the image: 8 GiB for Amazon Linux. */
        static final BigDecimal ROOT_GIB = BigDecimal.valueOf(8);

        /** From a device mapping. */
        static Volume mapped(Value ebs) {
            return of(ebs, ebs.at("VolumeSize").numberOr(ROOT_GIB));
        }

        /**
         * From a volume of its own.
         *
         * @throws LeftOpen where it is as large as a snapshot
         */
        public static Volume alone(Value volume) {
            if (!volume.at("Size").isPresent()) {
                throw new LeftOpen("its Size is that of its snapshot");
            }
            return of(volume, volume.at("Size").numberOr(BigDecimal.ZERO));
        }

        static Volume root(BigDecimal gib) {
            return new Volume("gp3", gib, BigDecimal.ZERO, BigDecimal.ZERO);
        }

        private static Volume of(Value ebs, BigDecimal gib) {
            return new Volume(
                    ebs.at("VolumeType").textOr("gp2"),
                    gib,
                    ebs.at("Iops").numberOr(BigDecimal.ZERO),
                    ebs.at("Throughput").numberOr(BigDecimal.ZERO));
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
