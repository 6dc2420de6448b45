package atlas.proof.check;

import atlas.compare.report.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What all gates say, for a terminal: what is to do first, then the gates. */
public final class CheckText {
    private CheckText() {}

    public static String of(CheckResult result) {
        List<String> parts = new ArrayList<>();
        byToDo(result.left()).forEach(same -> parts.add(finding(same)));
        result.unneeded()
                .forEach(one -> parts.add(
                        "%s\n  nothing finds it any more; take it out of proof/acknowledged.yaml".formatted(one)));
        result.gates().forEach(gate -> {
            gate.skipped().ifPresent(why -> parts.add("skipped %s: %s".formatted(gate.gate(), why)));
            gate.broken().ifPresent(why -> parts.add("broken %s: %s".formatted(gate.gate(), why)));
        });
        parts.add(table(result));
        parts.add(summary(result));
        return String.join("\n\n", parts);
    }

    /** What is the same under several settings is told once. */
    private static Collection<List<Held>> byToDo(List<Held> held) {
        return held.stream()
                .collect(Collectors.groupingBy(Held::toDo, TreeMap::new, Collectors.toList()))
                .values();
    }

    private static String finding(List<Held> same) {
        Held first = same.get(0);
        String subjects = same.stream().map(Held::subject).distinct().collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s %s%s"
                .formatted(
                        first.resource(),
                        first.gate(),
                        first.finding().rule(),
                        subjects.equals(first.finding().stack()) ? "" : " (" + subjects + ")"));
        same.stream().map(held -> held.finding().text()).distinct().forEach(text -> lines.add("  " + text));
        if (!first.finding().remedy().isEmpty()) {
            lines.add("  to do: " + first.finding().remedy());
        }
        return String.join("\n", lines);
    }

    private static String table(CheckResult result) {
        Table table = new Table("gate", "version", ">templates", ">findings", ">acknowledged", ">seconds");
        for (GateResult gate : result.gates()) {
            int findings = CheckJson.count(gate.held());
            int left = CheckJson.count(result.left().stream()
                    .filter(held -> held.gate().equals(gate.gate()))
                    .toList());
            String seconds = "%.1f".formatted(gate.time().toMillis() / 1000.0);
            if (gate.isJudged()) {
                table.add(gate.gate(), gate.version(), gate.templates(), findings, findings - left, seconds);
            } else {
                String silence = gate.skipped().isPresent() ? "skipped" : "broken";
                table.add(gate.gate(), gate.version(), silence, silence, silence, seconds);
            }
        }
        return table.text();
    }

    private static String summary(CheckResult result) {
        int left = CheckJson.count(result.left());
        int unneeded = result.unneeded().size();
        List<String> toDo = new ArrayList<>();
        if (left > 0) {
            toDo.add(
                    left == 1
                            ? "1 finding is left to fix, or to acknowledge"
                            : left + " findings are left to fix, or to acknowledge");
        }
        if (unneeded > 0) {
            toDo.add(unneeded == 1 ? "1 reason is not needed any more" : unneeded + " reasons are not needed any more");
        }
        String findings = toDo.isEmpty() ? "nothing is left to do" : String.join("; ", toDo);
        long silent = result.gates().stream().filter(gate -> !gate.isJudged()).count();
        return silent == 0
                ? findings
                : "%s; %d of %d gates did not judge"
                        .formatted(findings, silent, result.gates().size());
    }
}
