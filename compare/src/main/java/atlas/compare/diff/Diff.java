package atlas.compare.diff;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Stack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two set-ups side by side. Stacks of one name stand for each other, and so do the stacks that the two set-ups are about.
 *
 * @param shared stacks that are the same in both
 * @param onlyLeft stacks that only the left one needs
 * @param onlyRight stacks that only the right one needs
 * @param stacks those in both that are not the same
 */
public record Diff(
        SetUp left,
        SetUp right,
        List<Stack> shared,
        List<Stack> onlyLeft,
        List<Stack> onlyRight,
        List<StackDiff> stacks) {

    private static final Comparator<Resource> BY_TYPE = Comparator.comparing(Resource::type)
            .thenComparing(resource -> resource.name().id());

    public Diff {
        shared = List.copyOf(shared);
        onlyLeft = List.copyOf(onlyLeft);
        onlyRight = List.copyOf(onlyRight);
        stacks = List.copyOf(stacks);
    }

    public static Diff of(SetUp left, SetUp right) {
        Map<Stack, Stack> counterparts = counterparts(left, right);
        Map<Stack, Pairs> pairs = new LinkedHashMap<>();
        counterparts.forEach((one, other) -> pairs.put(one, Pairs.of(one.resources(), other.resources())));
        Map<Reference, String> namesOfLeft = new HashMap<>();
        Map<Reference, String> namesOfRight = new HashMap<>();
        pairs.values().forEach(found -> found.rightOfLeft().forEach((one, other) -> {
            if (!one.name().equals(other.name())) {
                String name = "#" + namesOfLeft.size();
                namesOfLeft.put(one.name(), name);
                namesOfRight.put(other.name(), name);
            }
        }));
        List<Stack> shared = new ArrayList<>();
        List<StackDiff> stacks = new ArrayList<>();
        counterparts.forEach((one, other) -> {
            if (one.equals(other)) {
                shared.add(one);
                return;
            }
            StackDiff diff = compare(
                    one,
                    other,
                    pairs.get(one),
                    new Comparer(new Side(one, other, namesOfLeft), new Side(other, one, namesOfRight)));
            if (diff.isEmpty() && one.name().equals(other.name())) {
                shared.add(one);
            } else {
                stacks.add(diff);
            }
        });
        return new Diff(
                left,
                right,
                shared,
                without(left, counterparts.keySet()),
                without(right, counterparts.values()),
                stacks);
    }

    private static Map<Stack, Stack> counterparts(SetUp left, SetUp right) {
        Map<Stack, Stack> counterparts = new LinkedHashMap<>();
        for (Stack one : left.stacks()) {
            right.stacks().stream()
                    .filter(other -> other.name().equals(one.name()))
                    .findFirst()
                    .ifPresent(other -> counterparts.put(one, other));
        }
        if (!counterparts.containsKey(left.own()) && !counterparts.containsValue(right.own())) {
            counterparts.put(left.own(), right.own());
        }
        return counterparts;
    }

    private static List<Stack> without(SetUp setUp, Collection<Stack> counterparts) {
        return setUp.stacks().stream()
                .filter(stack -> !counterparts.contains(stack))
                .toList();
    }

    private static StackDiff compare(Stack left, Stack right, Pairs pairs, Comparer comparer) {
        return new StackDiff(
                left,
                right,
                pairs.onlyLeft().stream().sorted(BY_TYPE).toList(),
                pairs.onlyRight().stream().sorted(BY_TYPE).toList(),
                pairs.rightOfLeft().entrySet().stream()
                        .map(pair -> comparer.compare(pair.getKey(), pair.getValue()))
                        .sorted(Comparator.comparing(ResourceDiff::left, BY_TYPE))
                        .toList());
    }

    /** What the resources of the right one that have a counterpart are called on the left. */
    Map<String, String> leftOfRight() {
        Map<String, String> names = new HashMap<>();
        stacks.stream()
                .flatMap(stack -> stack.pairs().stream())
                .forEach(pair -> names.put(
                        pair.right().name().toString(), pair.left().name().toString()));
        return names;
    }

    /** Whether the two are the same but for names. */
    public boolean isEmpty() {
        return onlyLeft.isEmpty() && onlyRight.isEmpty() && stacks.stream().allMatch(StackDiff::isEmpty);
    }
}
