package atlas.infra.guard;

import atlas.infra.ComputeOption;
import atlas.infra.Lifetime;
import atlas.infra.Settings;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a bill can be split by: project, layer, option, and whose it is. CloudFormation puts a stack's tags on each of its
 * resources that can carry one.
 */
public final class CostTags {
    private CostTags() {}

    /** Not for launch templates: a later end would replace every instance. */
    static Map<String, String> andExpiry(Settings settings, Map<String, String> tags) {
        TreeMap<String, String> all = new TreeMap<>(tags);
        if (settings.lifetime() instanceof Lifetime.Until end) {
            all.put("expires", end.instant());
        }
        return all;
    }

    static Map<String, String> layer(Settings settings, String layer) {
        TreeMap<String, String> tags = new TreeMap<>();
        tags.put("project", "compute-atlas");
        tags.put("layer", layer);
        if (!settings.owner().isEmpty()) {
            tags.put("owner", settings.owner());
        }
        return tags;
    }

    public static Map<String, String> option(Settings settings, ComputeOption option) {
        Map<String, String> tags = layer(settings, "Compute");
        tags.put("option", option.id());
        return tags;
    }
}
