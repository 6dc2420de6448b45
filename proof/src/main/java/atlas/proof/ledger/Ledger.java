package atlas.proof.ledger;

import atlas.compare.BadInput;
import atlas.compare.report.Table;
import atlas.proof.rehearsal.assembly.Assembly;
import atlas.proof.rehearsal.assembly.StackTemplate;
import atlas.proof.rehearsal.result.Outcome;
import atlas.proof.rehearsal.result.RehearsalResult;
import atlas.proof.rehearsal.result.Rehearsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is proven of each option, from the results that the gates and the rehearsals left in docs/proofs. */
public final class Ledger {
    private final CheckRecord check;
    private final List<RehearsalResult> rehearsals;
    private final List<Proofs> options;

    private Ledger(CheckRecord check, List<RehearsalResult> rehearsals, List<Proofs> options) {
        this.check = check;
        this.rehearsals = rehearsals;
        this.options = options;
    }

    /**
     * @param folder with {@code check.json} and {@code rehearsal-*.json}
     * @param assemblies the templates as they are today, for the settings of a rehearsal
     * @throws BadInput when a result cannot be read
     */
    public static Ledger of(Path folder, Function<Map<String, String>, Assembly> assemblies) {
        CheckRecord check = CheckRecord.read(folder.resolve("check.json"));
        List<RehearsalResult> rehearsals = new ArrayList<>();
        Map<String, List<Proofs.Trial>> trials = new TreeMap<>();
        Map<String, List<String>> stacks = new TreeMap<>();
        for (Path file : results(folder)) {
            RehearsalResult result = RehearsalResult.read(file);
            rehearsals.add(result);
            Assembly today = assemblies.apply(result.settings());
            today.stacks().forEach(stack -> stack.option().ifPresent(option -> stacks.put(option, ids(today, stack))));
            result.rehearsed().stream()
                    .filter(one -> stacks.containsKey(one.id()))
                    .forEach(one -> trials.computeIfAbsent(one.id(), first -> new ArrayList<>())
                            .add(new Proofs.Trial(result.emulator(), one, old(one, result, today))));
        }
        return new Ledger(
                check,
                rehearsals,
                stacks.entrySet().stream()
                        .map(option -> new Proofs(
                                option.getKey(),
                                check.findings(option.getValue()),
                                trials.getOrDefault(option.getKey(), List.of())))
                        .toList());
    }

    private static List<Path> results(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("rehearsal-.+\\.json"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new BadInput("%s cannot be read: %s".formatted(folder, unreadable.getMessage()));
        }
    }

    private static List<String> ids(Assembly today, StackTemplate option) {
        return today.deploying(option.id()).stream().map(StackTemplate::id).toList();
    }

    private static List<String> old(Rehearsed one, RehearsalResult result, Assembly today) {
        Map<String, String> digests =
                today.stacks().stream().collect(Collectors.toMap(StackTemplate::id, StackTemplate::digest));
        return one.stacks().stream()
                .map(Rehearsed.StackSeen::id)
                .filter(stack -> !result.templates().getOrDefault(stack, "").equals(digests.get(stack)))
                .toList();
    }

    /** An option a row. */
    public Table table() {
        Table table = new Table(
                "option",
                "validated",
                "created by an emulator",
                "served traffic",
                "redeployed unchanged",
                "destroyed clean");
        options.forEach(option -> table.add(
                option.option(),
                option.validatedText(check.gates()),
                option.createdText(),
                option.servedText(),
                option.unchangedText(),
                option.destroyedText()));
        return table;
    }

    /** A rehearsal of an option a row, with what an emulator only accepted, and what it did not do. */
    public Table trials() {
        Table table = new Table("option", "emulator", "really there", "accepted and not there", "what went wrong");
        options.forEach(option -> option.trials()
                .forEach(trial -> table.add(
                        option.option(),
                        trial.emulator(),
                        "%d of %d".formatted(trial.real(), trial.resources()),
                        listed(trial.stubs().entrySet().stream()
                                .map(stub -> "%d %s".formatted(stub.getValue(), stub.getKey()))
                                .toList()),
                        trial.isCreated()
                                ? shortly(trial.outcome())
                                : trial.outcome().why())));
        return table;
    }

    /** What was made up for in the templates' copies, a row each. */
    public Table bridged() {
        Table table = new Table("emulator", "what it lacks", "what was done about it", "in");
        rehearsals.forEach(result -> result.bridged()
                .forEach(gap -> table.add(
                        "%s %s, %s".formatted(result.emulator(), result.emulatorVersion(), result.date()),
                        gap.name(),
                        gap.reason(),
                        String.join(", ", gap.stacks()))));
        return table;
    }

    /** Why it did not serve, and what it left by kind. */
    private static String shortly(Rehearsed outcome) {
        List<String> wrong = new ArrayList<>();
        if (outcome.served() == Outcome.NO) {
            wrong.addAll(outcome.answers());
        }
        if (!outcome.left().isEmpty()) {
            wrong.add("left behind: " + byKind(outcome.left()));
        }
        return wrong.isEmpty() ? "-" : String.join("; ", wrong);
    }

    private static String byKind(List<String> left) {
        Map<String, Long> kinds = left.stream()
                .collect(Collectors.groupingBy(
                        one -> one.replaceFirst(" [^ ]+$", ""), TreeMap::new, Collectors.counting()));
        return listed(kinds.entrySet().stream()
                .map(kind -> "%d %s".formatted(kind.getValue(), kind.getKey()))
                .toList());
    }

    private static String listed(Collection<String> texts) {
        return texts.isEmpty() ? "-" : String.join(", ", texts);
    }
}
