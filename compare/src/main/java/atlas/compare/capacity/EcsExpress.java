package atlas.compare.capacity;

import atlas.compare.capacity.Machine.Address;
import atlas.compare.capacity.Machine.Share;
import atlas.compare.capacity.Machine.Task;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Services of ECS Express Mode: tasks on Fargate in public subnets, which scale by themselves. Source of the defaults: ECS API
 * reference for the target of 60 %; the others from a review of Express Mode of October 2026.
 */
public final class EcsExpress {
    public static final String SERVICE = "AWS::ECS::ExpressGatewayService";
    private static final String CPU = "1024";
    private static final String MEMORY = "2048";
    private static final int MIN = 1;
    private static final int MAX = 20;
    private static final BigDecimal TARGET = BigDecimal.valueOf(60);
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
    private static final BigDecimal INCLUDED_GIB = BigDecimal.valueOf(20);

    private EcsExpress() {}

    static Optional<Fleet> fleet(SetUp setUp, Resource service) {
        TaskSize size =
                TaskSize.of(service.at("Cpu").textOr(CPU), service.at("Memory").textOr(MEMORY));
        Value scaling = service.at("ScalingTarget");
        Task task = new Task(false, size.vcpu(), size.memoryGib(), INCLUDED_GIB, address(setUp, service));
        return Optional.of(new Fleet(
                service,
                "task",
                size.vcpu(),
                size.memoryMiB(),
                scaling.at("MinTaskCount").wholeOr(MIN),
                OptionalInt.of(scaling.at("MaxTaskCount").wholeOr(MAX)),
                scaling(scaling),
                List.of(new Share(service, task, false, 0, 1))));
    }

    /** In subnets of its own choice that is as they have it; in the default VPC's they are public. */
    private static Address address(SetUp setUp, Resource service) {
        Value subnets = service.at("NetworkConfiguration", "Subnets");
        if (!subnets.isPresent()) {
            return Address.PUBLIC;
        }
        List<Resource> known = setUp.referredTo(subnets, "AWS::EC2::Subnet").toList();
        if (known.isEmpty()) {
            return Address.LEFT_OPEN;
        }
        return known.stream()
                        .anyMatch(subnet -> subnet.at("MapPublicIpOnLaunch").isTrue())
                ? Address.PUBLIC
                : Address.NONE;
    }

    private static Scaling scaling(Value scaling) {
        BigDecimal target =
                scaling.at("AutoScalingTargetValue").numberOr(TARGET).max(BigDecimal.ONE);
        return switch (scaling.at("AutoScalingMetric").textOr("AVERAGE_CPU")) {
            case "AVERAGE_CPU" ->
                new Scaling(Optional.of(target.divide(PERCENT, MathContext.DECIMAL64)), Optional.empty());
            case "REQUEST_COUNT_PER_TARGET" ->
                new Scaling(Optional.empty(), Optional.of(target.divide(MINUTE, MathContext.DECIMAL64)));
            default -> Scaling.NONE;
        };
    }
}
