package atlas.compare.capacity;

import atlas.compare.capacity.Machine.Bundle;
import atlas.compare.capacity.Machine.Share;
import atlas.compare.template.LeftOpen;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Containers and instances of Lightsail: so many as the template says, since nothing there scales. */
final class Lightsail {
    static final String CONTAINER = "AWS::Lightsail::Container";
    static final String INSTANCE = "AWS::Lightsail::Instance";

    /** Source: the notes of the price book. */
    private static final Map<String, TaskSize> POWERS = Map.of(
            "nano", new TaskSize(new BigDecimal("0.25"), 512),
            "micro", new TaskSize(new BigDecimal("0.25"), 1024),
            "small", new TaskSize(new BigDecimal("0.5"), 1024),
            "medium", new TaskSize(BigDecimal.ONE, 2048),
            "large", new TaskSize(BigDecimal.valueOf(2), 4096),
            "xlarge", new TaskSize(BigDecimal.valueOf(4), 8192));

    private static final Map<String, TaskSize> BUNDLES = Map.of(
            "nano_3_0", new TaskSize(BigDecimal.valueOf(2), 512),
            "micro_3_0", new TaskSize(BigDecimal.valueOf(2), 1024),
            "small_3_0", new TaskSize(BigDecimal.valueOf(2), 2048),
            "medium_3_0", new TaskSize(BigDecimal.valueOf(2), 4096),
            "large_3_0", new TaskSize(BigDecimal.valueOf(2), 8192),
            "xlarge_3_0", new TaskSize(BigDecimal.valueOf(4), 16384),
            "2xlarge_3_0", new TaskSize(BigDecimal.valueOf(8), 32768));

    /** The price book has these without their generation. */
    private static final List<String> PLAIN = List.of("medium_3_0", "xlarge_3_0");

    private Lightsail() {}

    static Optional<Fleet> container(SetUp setUp, Resource container) {
        String power = container.at("Power").textOr("");
        int scale = container.at("Scale").someOr(1);
        return Optional.of(
                fleet(container, "node", size(POWERS, power), scale, "lightsail:container:%s-1".formatted(power)));
    }

    static Optional<Fleet> instance(SetUp setUp, Resource instance) {
        String bundle = instance.at("BundleId").textOr("");
        String name = PLAIN.contains(bundle) ? bundle.substring(0, bundle.indexOf('_')) : bundle;
        return Optional.of(fleet(instance, "instance", size(BUNDLES, bundle), 1, "lightsail:instance:" + name));
    }

    private static TaskSize size(Map<String, TaskSize> sizes, String name) {
        return Optional.ofNullable(sizes.get(name))
                .orElseThrow(() -> new LeftOpen("a size called %s is not known here".formatted(name)));
    }

    private static Fleet fleet(Resource resource, String unit, TaskSize size, int count, String priceKey) {
        return new Fleet(
                resource,
                unit,
                size.vcpu(),
                size.memoryMiB(),
                count,
                OptionalInt.of(count),
                Scaling.NONE,
                List.of(new Share(resource, new Bundle(priceKey), false, 0, 1)));
    }
}
