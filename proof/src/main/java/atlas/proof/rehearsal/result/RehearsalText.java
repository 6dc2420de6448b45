package atlas.proof.rehearsal.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A rehearsal for people: a row for each option or layer, and below what is to be said about it. */
public final class RehearsalText {
    private static final List<String> HEAD =
            List.of("", "created", "resources", "stubs", "served", "unchanged", "destroyed");

    private final RehearsalResult result;

    public RehearsalText(RehearsalResult result) {
        this.result = result;
    }

    public String text() {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        result.rehearsed().forEach(one -> rows.add(row(one)));
        StringBuilder text = new StringBuilder("%s %s, CDK %s, %s\n\n"
                .formatted(result.emulator(), result.emulatorVersion(), result.cdkCli(), result.date()));
        int[] widths = new int[HEAD.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(("%-" + widths[i] + "s  ").formatted(row.get(i)));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        result.rehearsed().forEach(one -> notes(one, text));
        return text.toString().stripTrailing();
    }

    private static List<String> row(Rehearsed one) {
        int resources =
                one.stacks().stream().mapToInt(Rehearsed.StackSeen::resources).sum();
        int real = one.stacks().stream().mapToInt(Rehearsed.StackSeen::real).sum();
        int stubs = one.stacks().stream()
                .flatMap(stack -> stack.stubs().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        return List.of(
                one.id(),
                one.created().text(),
                "%d of %d".formatted(real, resources),
                String.valueOf(stubs),
                one.served().text(),
                one.unchanged().text(),
                destroyed(one));
    }

    private static String destroyed(Rehearsed one) {
        return switch (one.destroyed()) {
            case YES -> "clean";
            case NO -> one.left().size() + " left";
            case NOT_ASKED -> "not asked";
        };
    }

    private static void notes(Rehearsed one, StringBuilder text) {
        List<String> notes = new ArrayList<>();
        if (!one.why().isEmpty()) {
            notes.add(one.why());
        }
        notes.addAll(one.answers());
        note("stubs", one, Rehearsed.StackSeen::stubs, notes);
        note("skipped", one, Rehearsed.StackSeen::skipped, notes);
        note("not told", one, Rehearsed.StackSeen::notTold, notes);
        notes.addAll(one.changes());
        if (!one.left().isEmpty()) {
            notes.add("left: " + String.join(", ", one.left()));
        }
        if (!notes.isEmpty()) {
            text.append('\n').append(one.id()).append('\n');
            notes.forEach(note -> text.append("  ").append(note).append('\n'));
        }
    }

    private interface ByType {
        Map<String, Integer> of(Rehearsed.StackSeen stack);
    }

    private static void note(String what, Rehearsed one, ByType byType, List<String> notes) {
        Map<String, Integer> sum = new TreeMap<>();
        one.stacks().forEach(stack -> byType.of(stack).forEach((type, n) -> sum.merge(type, n, Integer::sum)));
        if (!sum.isEmpty()) {
            List<String> types = new ArrayList<>();
            sum.forEach((type, n) -> types.add(n + " " + type));
            notes.add(what + ": " + String.join(", ", types));
        }
    }
}
