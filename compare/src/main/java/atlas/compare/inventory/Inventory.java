package atlas.compare.inventory;

import atlas.compare.capacity.Compute;
import atlas.compare.capacity.Computes;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a set-up consists of, read from its templates and nothing else. Everything is in the order of the templates, those that
 * are deployed first coming first; layers and types are sorted.
 *
 * @param setUp its id
 * @param layers those that have any resource
 * @param alwaysOn what runs when nobody asks
 * @param entryPoints doors to the internet
 * @param openPorts of security groups, from everywhere
 * @param identities roles, users, groups
 * @param scaled what there may be more or less of
 * @param computes how big a unit is
 * @param logGroups those that the templates make, then those that Lambda will make
 * @param deadLetters of all that can have one
 * @param encryptions of all that stores
 * @param templates each stack's
 */
public record Inventory(
        String setUp,
        String title,
        List<LayerCount> layers,
        List<AlwaysOn> alwaysOn,
        List<EntryPoint> entryPoints,
        List<OpenPort> openPorts,
        List<Identity> identities,
        List<Scaled> scaled,
        List<Timeout> timeouts,
        List<ComputeSize> computes,
        List<Alarm> alarms,
        List<LogGroup> logGroups,
        List<DeadLetter> deadLetters,
        List<Encryption> encryptions,
        List<TemplateSize> templates) {

    public Inventory {
        layers = List.copyOf(layers);
        alwaysOn = List.copyOf(alwaysOn);
        entryPoints = List.copyOf(entryPoints);
        openPorts = List.copyOf(openPorts);
        identities = List.copyOf(identities);
        scaled = List.copyOf(scaled);
        timeouts = List.copyOf(timeouts);
        computes = List.copyOf(computes);
        alarms = List.copyOf(alarms);
        logGroups = List.copyOf(logGroups);
        deadLetters = List.copyOf(deadLetters);
        encryptions = List.copyOf(encryptions);
        templates = List.copyOf(templates);
    }

    public static Inventory of(SetUp setUp) {
        List<Compute> computes = Computes.in(setUp);
        List<Scaled> scaled = Scalings.in(setUp, computes);
        return new Inventory(
                setUp.id(),
                setUp.title(),
                layers(setUp),
                AlwaysOns.in(setUp, computes, scaled),
                EntryPoints.in(setUp),
                OpenPorts.in(setUp),
                Identities.in(setUp),
                scaled,
                Timeouts.in(setUp),
                ComputeSizes.in(setUp, computes),
                Alarms.in(setUp),
                LogGroups.in(setUp),
                DeadLetters.in(setUp),
                Encryptions.in(setUp),
                setUp.stacks().stream().map(TemplateSize::of).toList());
    }

    private static List<LayerCount> layers(SetUp setUp) {
        Map<Layer, TreeMap<String, Integer>> layers = new EnumMap<>(Layer.class);
        setUp.resources().map(Resource::type).forEach(type -> layers.computeIfAbsent(
                        Layer.of(type), layer -> new TreeMap<>())
                .merge(type, 1, Integer::sum));
        return layers.entrySet().stream()
                .map(layer -> new LayerCount(layer.getKey(), layer.getValue()))
                .toList();
    }

    /** On all layers. */
    public int resources() {
        return layers.stream().mapToInt(LayerCount::resources).sum();
    }

    /** How many different ones. */
    public int types() {
        return layers.stream().mapToInt(layer -> layer.types().size()).sum();
    }
}
