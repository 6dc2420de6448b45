package atlas.proof.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what needs itself by way of others. */
final class Circles {
    private Circles() {}

    /**
     * @param needs what each needs directly
     * @return sets of those that all need each other, or of one that needs itself; none where everything has an order
     */
    static List<Set<String>> in(Map<String, Set<String>> needs) {
        List<Set<String>> circles = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        for (String one : needs.keySet()) {
            Set<String> reached = reached(one, needs);
            if (reached.contains(one) && !told.contains(one)) {
                Set<String> circle = new TreeSet<>(reached);
                circle.removeIf(other -> !reached(other, needs).contains(one));
                told.addAll(circle);
                circles.add(circle);
            }
        }
        return circles;
    }

    private static Set<String> reached(String from, Map<String, Set<String>> needs) {
        Set<String> reached = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(needs.getOrDefault(from, Set.of()));
        while (!next.isEmpty()) {
            String one = next.pop();
            if (reached.add(one)) {
                next.addAll(needs.getOrDefault(one, Set.of()));
            }
        }
        return reached;
    }
}
