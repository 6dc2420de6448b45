package atlas.proof.ledger;

import atlas.proof.rehearsal.result.Created;
import atlas.proof.rehearsal.result.Outcome;
import atlas.proof.rehearsal.result.Rehearsed;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is proven of one option.
 *
 * @param trials its rehearsals, an emulator each
 * @param validated what the gates left to do in its stacks; nothing where they judged not all of them
 */
record Proofs(String option, Optional<Integer> validated, List<Trial> trials) {
    private static final String NO = "-";

    /**
     * One rehearsal of one option.
     *
     * @param emulator its name
     * @param old stacks whose templates have changed since
     */
    record Trial(String emulator, Rehearsed outcome, List<String> old) {
        int resources() {
            return outcome.stacks().stream()
                    .mapToInt(Rehearsed.StackSeen::resources)
                    .sum();
        }

        /** Those that their service knows: stubs are none. */
        int real() {
            return outcome.stacks().stream().mapToInt(Rehearsed.StackSeen::real).sum();
        }

        boolean isCreated() {
            return outcome.created() != Created.FAILED;
        }

        /** What was never created is destroyed with ease. */
        boolean isDestroyedClean() {
            return isCreated() && outcome.destroyed() == Outcome.YES;
        }

        Map<String, Integer> stubs() {
            return outcome.stacks().stream()
                    .flatMap(stack -> stack.stubs().entrySet().stream())
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, TreeMap::new, Collectors.summingInt(Map.Entry::getValue)));
        }

        /** With an asterisk where the templates are no longer those that were rehearsed. */
        private String mark(String text) {
            return old.isEmpty() ? text : text + "*";
        }
    }

    String validatedText(int gates) {
        return validated
                .map(left -> left == 0 ? "by %d gates".formatted(gates) : "%d findings".formatted(left))
                .orElse(NO);
    }

    /** The rehearsal that made most of it. */
    String createdText() {
        return trials.stream()
                .filter(Trial::isCreated)
                .max(Comparator.comparing(Trial::real))
                .map(trial -> trial.mark(
                        trial.outcome().created() == Created.ALL
                                ? "all %d resources: %s".formatted(trial.resources(), trial.emulator())
                                : "%d of %d resources: %s"
                                        .formatted(trial.real(), trial.resources(), trial.emulator())))
                .orElse(NO);
    }

    String servedText() {
        return text(trial -> trial.outcome().served() == Outcome.YES);
    }

    String unchangedText() {
        return text(trial -> trial.isCreated() && trial.outcome().unchanged() == Outcome.YES);
    }

    String destroyedText() {
        return text(Trial::isDestroyedClean);
    }

    private String text(Predicate<Trial> proven) {
        List<Trial> those = trials.stream().filter(proven).toList();
        return those.isEmpty()
                ? NO
                : those.stream().map(trial -> trial.mark(trial.emulator())).collect(Collectors.joining(", "));
    }
}
