package atlas.compare.diff;

import atlas.compare.template.Resource;
import atlas.compare.template.Stack;
import java.util.List;

/**
 * Two stacks that stand for each other, resource by resource, everything sorted by type and logical id.
 *
 * @param pairs resources that stand for each other, alike or not
 */
public record StackDiff(
        Stack left, Stack right, List<Resource> onlyLeft, List<Resource> onlyRight, List<ResourceDiff> pairs) {

    public StackDiff {
        onlyLeft = List.copyOf(onlyLeft);
        onlyRight = List.copyOf(onlyRight);
        pairs = List.copyOf(pairs);
    }

    /** Resources in both that differ. */
    public List<ResourceDiff> changed() {
        return pairs.stream().filter(pair -> !pair.isAlike()).toList();
    }

    /** How many resources in both do not differ. */
    public int alike() {
        return pairs.size() - changed().size();
    }

    public boolean isEmpty() {
        return onlyLeft.isEmpty() && onlyRight.isEmpty() && changed().isEmpty();
    }
}
