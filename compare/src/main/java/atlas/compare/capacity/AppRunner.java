package atlas.compare.capacity;

import atlas.compare.capacity.Machine.Share;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Services of App Runner, with its own defaults. Source: App Runner API reference; recalled, not read. */
final class AppRunner {
    static final String SERVICE = "AWS::AppRunner::Service";
    private static final int MIN = 1;
    private static final int MAX = 25;

    private AppRunner() {}

    static Optional<Fleet> fleet(SetUp setUp, Resource service) {
        Value instance = service.at("InstanceConfiguration");
        TaskSize size = TaskSize.of(
                instance.at("Cpu").textOr("1 vCPU"), instance.at("Memory").textOr("2 GB"));
        Optional<Resource> scaling = setUp.referredTo(
                        service.at("AutoScalingConfigurationArn"), "AWS::AppRunner::AutoScalingConfiguration")
                .findFirst();
        return Optional.of(new Fleet(
                service,
                "instance",
                size.vcpu(),
                size.memoryMiB(),
                scaling.map(bounds -> bounds.at("MinSize").someOr(MIN)).orElse(MIN),
                OptionalInt.of(
                        scaling.map(bounds -> bounds.at("MaxSize").someOr(MAX)).orElse(MAX)),
                Scaling.NONE,
                List.of(new Share(
                        service, new Machine.AppRunnerInstance(size.vcpu(), size.memoryGib()), false, 0, 1))));
    }
}
