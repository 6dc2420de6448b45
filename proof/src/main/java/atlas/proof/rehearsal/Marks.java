package atlas.proof.rehearsal;

import atlas.proof.rehearsal.assembly.StackTemplate;
import atlas.proof.rehearsal.aws.Stacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * By what one sees that CloudFormation has done something to a stack.
 *
 * @param updated when each stack was last updated, by its id
 * @param events of each stack, by its id
 */
record Marks(Map<String, String> updated, Map<String, Set<String>> events) {

    static Marks of(Stacks stacks, List<StackTemplate> needed) {
        Map<String, String> updated = new TreeMap<>();
        Map<String, Set<String>> events = new TreeMap<>();
        for (StackTemplate stack : needed) {
            updated.put(
                    stack.id(),
                    stacks.status(stack.name()).map(Stacks.Status::lastUpdated).orElse(""));
            Set<String> ids = new TreeSet<>();
            stacks.events(stack.name()).forEach(event -> ids.add(event.id()));
            events.put(stack.id(), ids);
        }
        return new Marks(updated, events);
    }

    /** What happened to stacks since then, in words. */
    List<String> since(Marks before) {
        List<String> changes = new ArrayList<>();
        events.forEach((stack, ids) -> {
            Set<String> fresh = new TreeSet<>(ids);
            fresh.removeAll(before.events.getOrDefault(stack, Set.of()));
            if (!fresh.isEmpty()) {
                changes.add("%s has %d new events".formatted(stack, fresh.size()));
            } else if (!updated.get(stack).equals(before.updated.get(stack))) {
                changes.add("%s was updated".formatted(stack));
            }
        });
        return changes;
    }
}
