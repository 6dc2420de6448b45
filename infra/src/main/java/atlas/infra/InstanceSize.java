package atlas.infra;

import java.util.List;

/**
 * How big an EC2 instance is. Source of vCPU and memory: aws.amazon.com/ec2/instance-types.
 */
public enum InstanceSize {
    /** 2 vCPU, 2 GiB. */
    SMALL(2048, List.of("t4g.small", "t4g.medium"), List.of("t3.small", "t3a.small", "t3.medium")),
    /** 2 vCPU, 4 GiB. */
    MEDIUM(4096, List.of("t4g.medium", "t4g.large"), List.of("t3.medium", "t3a.medium", "t3.large"));

    private final int memoryMiB;
    private final List<String> arm64;
    private final List<String> x86;

    InstanceSize(int memoryMiB, List<String> arm64, List<String> x86) {
        this.memoryMiB = memoryMiB;
        this.arm64 = arm64;
        this.x86 = x86;
    }

    public int vcpu() {
        return 2;
    }

    public int memoryMiB() {
        return memoryMiB;
    }

    /** The type to use first, then others that will do: the more types, the fewer Spot interruptions. */
    public List<String> types(Architecture architecture) {
        return switch (architecture) {
            case ARM64 -> arm64;
            case X86_64 -> x86;
        };
    }
}
