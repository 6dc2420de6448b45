package atlas.compare.report;

import atlas.compare.diff.BillDiff;
import atlas.compare.diff.Diff;
import atlas.compare.diff.Difference;
import atlas.compare.diff.ResourceDiff;
import atlas.compare.diff.StackDiff;
import atlas.compare.inventory.Inventory;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Two set-ups side by side for a terminal: figures, stacks, resources, properties, and what each costs more. */
public final class DiffText {
    private static final String ABSENT = "-";

    private final Diff diff;
    private final BillDiff bills;
    private final String left;
    private final String right;
    private final Page page = new Page();

    private DiffText(Diff diff, BillDiff bills, String left, String right) {
        this.diff = diff;
        this.bills = bills;
        this.left = left;
        this.right = right;
    }

    /**
     * @param left what the left one is called
     * @param right what the right one is called
     */
    public static String of(Diff diff, BillDiff bills, String left, String right) {
        return new DiffText(diff, bills, left, right).text();
    }

    private String text() {
        figures();
        stacks();
        diff.stacks().forEach(this::stack);
        new BillDiffText(bills, left, right, page).write();
        return page.toString();
    }

    private void figures() {
        SideBySide table = new SideBySide(page);
        table.row("", left, right);
        if (isTitled(diff.left()) || isTitled(diff.right())) {
            table.row("", diff.left().title(), diff.right().title());
        }
        Map<String, String> lefts = Figures.of(Inventory.of(diff.left()));
        Map<String, String> rights = Figures.of(Inventory.of(diff.right()));
        lefts.forEach((about, figure) -> table.row(about, figure, rights.get(about)));
    }

    /** A template without a description is called as its file is. */
    private static boolean isTitled(SetUp setUp) {
        return !setUp.title().equals(setUp.id());
    }

    private void stacks() {
        named("the same in both: ", diff.shared());
        named("only %s needs: ".formatted(left), diff.onlyLeft());
        named("only %s needs: ".formatted(right), diff.onlyRight());
        if (diff.isEmpty()) {
            page.heading("no difference");
        }
        List<String> unread = Stream.of(diff.left(), diff.right())
                .map(SetUp::stacks)
                .flatMap(List::stream)
                .flatMap(stack -> stack.unread().stream())
                .distinct()
                .toList();
        if (!unread.isEmpty()) {
            page.line("").listBelow("not compared, since a transform makes resources of it:", unread);
        }
    }

    private void named(String lead, List<Stack> stacks) {
        if (!stacks.isEmpty()) {
            List<String> names = stacks.stream()
                    .map(stack -> "%s (%s)"
                            .formatted(
                                    stack.name().isEmpty() ? "the template" : stack.name(),
                                    Words.count(stack.resources().size(), "resource")))
                    .toList();
            page.line("").list(lead, names);
        }
    }

    private void stack(StackDiff stack) {
        page.heading("%s: %d alike, %d differ, %d only left, %d only right"
                .formatted(
                        names(stack),
                        stack.alike(),
                        stack.changed().size(),
                        stack.onlyLeft().size(),
                        stack.onlyRight().size()));
        only(left, stack.onlyLeft());
        only(right, stack.onlyRight());
        stack.changed().forEach(this::changed);
    }

    private String names(StackDiff stack) {
        String one = stack.left().name().isEmpty() ? left : stack.left().name();
        String other = stack.right().name().isEmpty() ? right : stack.right().name();
        return one.equals(other) ? one : one + " | " + other;
    }

    private void only(String whose, List<Resource> resources) {
        if (resources.isEmpty()) {
            return;
        }
        page.line("");
        page.line("  only in " + whose);
        Map<String, List<String>> ids = new TreeMap<>();
        resources.forEach(resource -> ids.computeIfAbsent(resource.type(), type -> new ArrayList<>())
                .add(resource.name().plainId()));
        int width = ids.keySet().stream()
                .map(Words::type)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        ids.forEach((type, names) -> page.list("    %s  ".formatted(Page.padded(Words.type(type), width)), names));
    }

    private void changed(ResourceDiff resource) {
        String one = resource.left().name().plainId();
        String other = resource.right().name().plainId();
        page.line("");
        page.line(
                "  %s %s".formatted(Words.type(resource.left().type()), one.equals(other) ? one : one + " | " + other));
        Map<String, List<Difference>> byPath = new LinkedHashMap<>();
        resource.differences().forEach(difference -> byPath.computeIfAbsent(difference.path(), any -> new ArrayList<>())
                .add(difference));
        byPath.forEach(this::differences);
    }

    private void differences(String path, List<Difference> differences) {
        if (differences.size() == 1 && fitsOnALine(differences.get(0))) {
            page.line(oneLine(differences.get(0)));
        } else {
            page.line("    %s:".formatted(path));
            differences.forEach(this::below);
        }
    }

    private static boolean fitsOnALine(Difference difference) {
        return oneLine(difference).length() <= Page.WIDTH;
    }

    private static String oneLine(Difference difference) {
        return "    %s: %s | %s"
                .formatted(
                        difference.path(),
                        difference.left().orElse(ABSENT),
                        difference.right().orElse(ABSENT));
    }

    private void below(Difference difference) {
        Shortened shortened = Shortened.of(
                difference.left().orElse(ABSENT), difference.right().orElse(ABSENT));
        difference.left().ifPresent(any -> page.line("      < " + shortened.left()));
        difference.right().ifPresent(any -> page.line("      > " + shortened.right()));
    }
}
