package atlas.compare.report.html;

import atlas.compare.capacity.RequestPath;
import atlas.compare.inventory.Layer;
import atlas.compare.report.html.Floor.Block;
import atlas.compare.template.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sorts the resources of a set-up by layer, and on a layer by what they are to a request. */
final class Floors {
    private static final String BETWEEN = "::";

    private final Map<Layer, Map<Kind, Integer>> layers = new EnumMap<>(Layer.class);

    /** What is drawn as one block. */
    private record Kind(boolean onPath, boolean own, String type) {
        static final Comparator<Kind> IN_ORDER = Comparator.comparing((Kind kind) -> !kind.onPath())
                .thenComparing(kind -> !kind.own())
                .thenComparing(Kind::type);

        Block block(int count) {
            int end = type.lastIndexOf(BETWEEN);
            String service = end < 0 ? "" : type.substring(0, end).replaceFirst("^AWS::", "");
            String kind = end < 0 ? type : type.substring(end + BETWEEN.length());
            return new Block(service, kind, Figure.count(count, "counted in its templates"), count > 1, own, onPath);
        }
    }

    Floors(List<Resource> resources, RequestPath path, Set<Resource> own) {
        for (Resource resource : resources) {
            Kind kind = new Kind(
                    path.passes(resource) || path.isServedBy(resource.name()), own.contains(resource), resource.type());
            layers.computeIfAbsent(Layer.of(resource.type()), layer -> new TreeMap<>(Kind.IN_ORDER))
                    .merge(kind, 1, Integer::sum);
        }
    }

    /** Those of these layers that have anything, in the order of the layers. */
    List<Floor> of(Collection<Layer> wanted) {
        List<Floor> floors = new ArrayList<>();
        layers.forEach((layer, kinds) -> {
            if (wanted.contains(layer)) {
                List<Block> blocks = new ArrayList<>();
                kinds.forEach((kind, count) -> blocks.add(kind.block(count)));
                floors.add(new Floor(layer.title(), blocks.get(0).onPath(), blocks));
            }
        });
        return floors;
    }
}
