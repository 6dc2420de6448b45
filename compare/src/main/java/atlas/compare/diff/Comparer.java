package atlas.compare.diff;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.ValueText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** Compares two resources leaf by leaf. */
final class Comparer {
    private static final ValueText WRITTEN = new ValueText(Reference::toString);
    private static final String OWN_ID = "<id>";

    private final Side left;
    private final Side right;

    Comparer(Side left, Side right) {
        this.left = left;
        this.right = right;
    }

    ResourceDiff compare(Resource one, Resource other) {
        SortedMap<String, List<Leaf>> ones = Leaves.of(one);
        SortedMap<String, List<Leaf>> others = Leaves.of(other);
        TreeSet<String> paths = new TreeSet<>(ones.comparator());
        paths.addAll(ones.keySet());
        paths.addAll(others.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            differences.addAll(
                    compare(path, byText(left, one, ones.get(path)), byText(right, other, others.get(path))));
        }
        return new ResourceDiff(one, other, differences);
    }

    /** A path has one leaf a side, but where the order of several means nothing. */
    private List<Difference> compare(
            String path, Map<String, List<Leaf>> restOfLeft, Map<String, List<Leaf>> restOfRight) {
        restOfLeft.forEach((text, leaves) -> strike(leaves, restOfRight.getOrDefault(text, List.of())));
        List<Leaf> onlyLeft = rest(restOfLeft);
        List<Leaf> onlyRight = rest(restOfRight);
        if (onlyLeft.size() == 1 && onlyRight.size() == 1) {
            return List.of(both(path, onlyLeft.get(0), onlyRight.get(0)));
        }
        List<Difference> differences = new ArrayList<>();
        onlyLeft.forEach(
                leaf -> differences.add(new Difference(path, Optional.of(left.shown(leaf)), Optional.empty())));
        onlyRight.forEach(
                leaf -> differences.add(new Difference(path, Optional.empty(), Optional.of(right.shown(leaf)))));
        return differences;
    }

    private Difference both(String path, Leaf one, Leaf other) {
        String ones = left.shown(one);
        String others = right.shown(other);
        return ones.equals(others)
                ? new Difference(path, Optional.of(left.exact(one)), Optional.of(right.exact(other)))
                : new Difference(path, Optional.of(ones), Optional.of(others));
    }

    /** A name that is nothing but the resource's own logical id is no difference. */
    private static Map<String, List<Leaf>> byText(Side side, Resource owner, List<Leaf> leaves) {
        Map<String, List<Leaf>> byText = new LinkedHashMap<>();
        for (Leaf leaf : leaves == null ? List.<Leaf>of() : leaves) {
            String text = leaf.in(WRITTEN).equals(owner.name().id()) ? OWN_ID : side.compared(leaf);
            byText.computeIfAbsent(text, any -> new ArrayList<>()).add(leaf);
        }
        return byText;
    }

    /** Takes away from both as many as both have. */
    private static void strike(List<?> ones, List<?> others) {
        Iterator<?> one = ones.iterator();
        Iterator<?> other = others.iterator();
        while (one.hasNext() && other.hasNext()) {
            one.next();
            other.next();
            one.remove();
            other.remove();
        }
    }

    private static List<Leaf> rest(Map<String, List<Leaf>> byText) {
        return byText.values().stream().flatMap(List::stream).toList();
    }
}
