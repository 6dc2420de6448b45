package atlas.compare.report;

import atlas.compare.choice.Choice;
import atlas.compare.choice.Evidence;
import atlas.compare.choice.Level;
import atlas.compare.choice.Needs;
import atlas.compare.choice.Placed;
import atlas.compare.choice.Reason;
import atlas.compare.choice.Requirement;
import atlas.compare.choice.Start;
import atlas.compare.workload.Workload;
import java.util.List;

/** A choice for a terminal: the order, why, what would change it, then the reasons of each, and who is ruled out. */
public final class ChoiceText {
    private static final String NONE = "-";

    private final Choice choice;
    private final StringBuilder text = new StringBuilder();

    private ChoiceText(Choice choice) {
        this.choice = choice;
    }

    /** @param assumed what nobody said, and was taken for granted */
    public static String of(Choice choice, List<String> assumed) {
        ChoiceText written = new ChoiceText(choice);
        written.write(assumed);
        return written.text.toString().stripTrailing();
    }

    private void write(List<String> assumed) {
        paragraph("", heading());
        paragraph("needed: ", needs());
        if (!assumed.isEmpty()) {
            paragraph("not said, so taken for granted: ", String.join(", ", assumed));
        }
        line("");
        if (!choice.ranking().fitting().isEmpty()) {
            line(table().text());
            line("");
        }
        paragraph("", choice.why());
        choice.changes().forEach(change -> paragraph("  ", change.when() + ", " + change.then()));
        line("");
        choice.ranking().fitting().forEach(this::placed);
        List<Placed> ruledOut = choice.ranking().ruledOut();
        if (!ruledOut.isEmpty()) {
            line("ruled out");
            ruledOut.forEach(placed -> {
                line("  " + placed.candidate().id());
                placed.objections().forEach(this::reason);
            });
        }
    }

    private String heading() {
        Workload workload = choice.terms().workload();
        String region = choice.terms().prices().region();
        Start start = choice.needs().start();
        return start == Start.CLOCK
                ? "nobody asks, the clock starts the work; %s, USD a month".formatted(region)
                : "%s: %s %s a second, %s ms of CPU each; %s, USD a month"
                        .formatted(
                                workload.name(),
                                Rate.text(workload.requestsPerSecond()),
                                start.title(),
                                Rate.text(workload.cpuMillisPerRequest()),
                                region);
    }

    private String needs() {
        Needs needs = choice.needs();
        return "%s; %s; cold starts %s; %s"
                .formatted(
                        "started by " + needs.start().title(),
                        needs.requirements().isEmpty()
                                ? "nothing special"
                                : String.join(
                                        ", ",
                                        needs.requirements().stream()
                                                .map(Requirement::title)
                                                .toList()),
                        needs.avoidsColdStarts() ? "avoided" : "allowed",
                        needs.budgetUsd()
                                .map(budget -> "%s USD a month at most".formatted(Money.usd(budget)))
                                .orElse("any budget"));
    }

    private Table table() {
        Table table = new Table("", "option", ">USD a month", "carries it", "in budget");
        int place = 1;
        for (Placed placed : choice.ranking().fitting()) {
            table.add(
                    place++,
                    placed.candidate().id(),
                    (placed.keeps(Level.BILL) ? "" : ">")
                            + Money.usd(placed.candidate().cost()),
                    placed.keeps(Level.CAPACITY) ? "yes" : "no",
                    choice.needs().budgetUsd().isEmpty() ? NONE : placed.keeps(Level.BUDGET) ? "yes" : "no");
        }
        return table;
    }

    private void placed(Placed placed) {
        line("%s: %s".formatted(placed.candidate().id(), placed.candidate().title()));
        placed.reasons().forEach(this::reason);
        line("");
    }

    private void reason(Reason reason) {
        paragraph(
                reason.kept() ? "  + " : "  - ",
                "%s (%s%s)"
                        .formatted(
                                reason.text(),
                                reason.evidence().title(),
                                reason.evidence() == Evidence.CITED ? ": " + reason.source() : ""));
    }

    private void paragraph(String label, String content) {
        line(Hanging.text(label, content));
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
