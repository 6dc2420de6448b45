package atlas.infra.guard;

import atlas.infra.ComputeOption;
import atlas.infra.Settings;
import java.util.Map;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.IStackSynthesizer;
import software.amazon.awscdk.StackProps;

/**
 * How a stack is named, where it lives and which tags everything in it carries. Stacks have a region and no account:
 * access logs and edge certificates need the region, an account would bring look-ups.
 */
public final class StackIdentity {
    /** Before each stack's name in the account, so that it is told from other people's. */
    public static final String PREFIX = "Atlas";

    private StackIdentity() {}

    /** A floor of the architecture, such as Network. */
    public static StackProps layer(Settings settings, String id, String description) {
        return layer(settings, settings.region(), id, description);
    }

    /** A floor that must live in another region than the rest. */
    public static StackProps layer(Settings settings, String region, String id, String description) {
        return props(settings, region, id, description, CostTags.andExpiry(settings, CostTags.layer(settings, id)))
                .build();
    }

    /** A floor whose stack carries no tags; {@link EdgeTags} tells why, and puts them on its resources. */
    public static StackProps edge(Settings settings, String id, String description) {
        return props(settings, settings.region(), id, description, Map.of()).build();
    }

    public static StackProps option(Settings settings, ComputeOption option) {
        return option(settings, option, new DefaultStackSynthesizer());
    }

    /** An option whose image goes where {@code synthesizer} says. */
    public static StackProps option(Settings settings, ComputeOption option, IStackSynthesizer synthesizer) {
        return props(
                        settings,
                        settings.region(),
                        option.stackId(),
                        option.title(),
                        CostTags.andExpiry(settings, CostTags.option(settings, option)))
                .synthesizer(synthesizer)
                .build();
    }

    private static StackProps.Builder props(
            Settings settings, String region, String id, String description, Map<String, String> tags) {
        return StackProps.builder()
                .stackName(PREFIX + id)
                .description("Compute Atlas: " + description)
                .env(Environment.builder().region(region).build())
                .terminationProtection(settings.profile().isProduction())
                .tags(tags);
    }
}
