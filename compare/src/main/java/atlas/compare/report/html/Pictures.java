package atlas.compare.report.html;

import atlas.compare.capacity.RequestPath;
import atlas.compare.comparison.Comparison;
import atlas.compare.comparison.Comparison.Entry;
import atlas.compare.inventory.Inventory;
import atlas.compare.inventory.Layer;
import atlas.compare.report.Figures;
import atlas.compare.template.Resource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each set-up as a house: the floors that a request passes, what stands behind them, what stands around. */
record Pictures(List<Picture> all) {
    private static final Set<Layer> FLOORS = EnumSet.of(Layer.DNS, Layer.CDN, Layer.WEB, Layer.COMPUTE);
    private static final Set<String> COUNTED_ABOVE = Set.of("stacks", "resources");
    private static final Set<Layer> BEHIND = EnumSet.range(Layer.CACHE, Layer.ASSETS);

    /**
     * One set-up's.
     *
     * @param way what is filled in it
     */
    record Picture(
            String id,
            String title,
            Figure resources,
            Figure templates,
            String way,
            List<Floor> floors,
            List<Floor> behind,
            List<Floor> around,
            List<Told> told) {}

    /** What its inventory says, in a few words. */
    record Told(String what, Figure figure) {}

    static Pictures of(Comparison comparison) {
        return new Pictures(comparison.ranked().stream().map(Pictures::picture).toList());
    }

    private static Picture picture(Entry entry) {
        List<Resource> resources = entry.setUp().resources().toList();
        RequestPath path = entry.biller().path();
        Set<Resource> own = new HashSet<>(entry.setUp().own().resources());
        Floors floors = new Floors(resources, path, own);
        return new Picture(
                entry.id(),
                entry.setUp().title(),
                Figure.count(resources.size(), "counted in its templates"),
                Figure.count(entry.setUp().stacks().size(), "counted in the cloud assembly"),
                switch (path.source()) {
                    case REQUEST -> "A request passes what is filled.";
                    case EVENT -> "An event starts what is filled, and nobody waits for it.";
                    case CLOCK -> "The clock starts what is filled.";
                },
                floors.of(FLOORS),
                floors.of(BEHIND),
                floors.of(EnumSet.complementOf(union(FLOORS, BEHIND))),
                told(entry));
    }

    private static List<Told> told(Entry entry) {
        List<Told> told = new ArrayList<>();
        Figures.of(Inventory.of(entry.setUp())).forEach((what, figure) -> {
            if (!COUNTED_ABOVE.contains(what)) {
                told.add(new Told(what, Figure.computed(figure, BigDecimal.ZERO, "read in its templates")));
            }
        });
        return told;
    }

    private static EnumSet<Layer> union(Set<Layer> some, Set<Layer> others) {
        EnumSet<Layer> all = EnumSet.copyOf(some);
        all.addAll(others);
        return all;
    }
}
