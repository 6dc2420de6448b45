package atlas.compare.diff;

import atlas.compare.template.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Which resources of two stacks stand for each other: those of one type whose logical ids are closest, without the hashes of
 * the CDK. Which side is left makes no difference.
 */
final class Pairs {
    /** CloudFormation takes no more in a template; beyond it only equal ids are paired. */
    private static final int MOST = 500;

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private final Map<Resource, Resource> rightOfLeft = new LinkedHashMap<>();
    private final Set<Resource> onlyLeft;
    private final Set<Resource> onlyRight;

    private Pairs(List<Resource> left, List<Resource> right) {
        onlyLeft = new LinkedHashSet<>(left);
        onlyRight = new LinkedHashSet<>(right);
    }

    static Pairs of(List<Resource> left, List<Resource> right) {
        Pairs pairs = new Pairs(left, right);
        Map<String, List<Resource>> others = byType(right);
        byType(left).forEach((type, resources) -> pairs.pair(resources, others.getOrDefault(type, List.of())));
        return pairs;
    }

    private static Map<String, List<Resource>> byType(List<Resource> resources) {
        return resources.stream().collect(Collectors.groupingBy(Resource::type, TreeMap::new, Collectors.toList()));
    }

    /** Left ones, each with its right one. */
    Map<Resource, Resource> rightOfLeft() {
        return rightOfLeft;
    }

    Set<Resource> onlyLeft() {
        return onlyLeft;
    }

    Set<Resource> onlyRight() {
        return onlyRight;
    }

    /** Of one type. The only two of it are a pair whatever they are called. */
    private void pair(List<Resource> left, List<Resource> right) {
        if (left.size() == 1 && right.size() == 1) {
            take(left.get(0), right.get(0));
            return;
        }
        Map<String, Resource> byId = new TreeMap<>();
        right.forEach(resource -> byId.put(resource.name().id(), resource));
        left.stream()
                .filter(resource -> byId.containsKey(resource.name().id()))
                .forEach(resource -> take(resource, byId.get(resource.name().id())));
        List<Resource> restOfLeft = left.stream().filter(onlyLeft::contains).toList();
        List<Resource> restOfRight = right.stream().filter(onlyRight::contains).toList();
        if (restOfLeft.size() <= MOST && restOfRight.size() <= MOST) {
            candidates(restOfLeft, restOfRight).forEach(candidate -> take(candidate.left(), candidate.right()));
        }
    }

    private void take(Resource left, Resource right) {
        if (onlyLeft.contains(left) && onlyRight.contains(right)) {
            onlyLeft.remove(left);
            onlyRight.remove(right);
            rightOfLeft.put(left, right);
        }
    }

    /** The closest first. */
    private static List<Candidate> candidates(List<Resource> left, List<Resource> right) {
        List<Candidate> candidates = new ArrayList<>();
        for (Resource one : left) {
            for (Resource other : right) {
                Candidate candidate = Candidate.of(one, other);
                if (candidate.isClose()) {
                    candidates.add(candidate);
                }
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::distance)
                .thenComparing(Candidate::first)
                .thenComparing(Candidate::last));
        return candidates;
    }

    /** Two that may be a pair. */
    private record Candidate(Resource left, Resource right, int distance) {
        static Candidate of(Resource left, Resource right) {
            return new Candidate(
                    left,
                    right,
                    DISTANCE.apply(left.name().plainId(), right.name().plainId()));
        }

        /** Half of the longer id, or more, is the same. */
        boolean isClose() {
            int longer = Math.max(
                    left.name().plainId().length(), right.name().plainId().length());
            return distance * 2 <= longer;
        }

        String first() {
            return min(left.name().id(), right.name().id());
        }

        String last() {
            return first().equals(left.name().id())
                    ? right.name().id()
                    : left.name().id();
        }

        private static String min(String one, String other) {
            return one.compareTo(other) <= 0 ? one : other;
        }
    }
}
