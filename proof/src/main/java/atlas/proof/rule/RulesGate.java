package atlas.proof.rule;

import atlas.proof.gate.Finding;
import atlas.proof.gate.Gate;
import atlas.proof.gate.Templates;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Our own rules, about what no public validator looks at: mostly about how resources fit each other, and the files behind them. */
public final class RulesGate implements Gate {
    @Override
    public String name() {
        return "rules";
    }

    /** They are as old as the project. */
    @Override
    public String version() {
        return "%d rules".formatted(Rules.ALL.size());
    }

    @Override
    public List<Finding> findings(Templates templates) {
        Optional<Stream<Finding>> together = templates
                .assembly()
                .map(folder -> findings(Deployment.of(folder, templates.stacks()), UnaryOperator.identity()));
        return together.orElseGet(() -> templates.stacks().stream()
                        .flatMap(alone -> findings(Deployment.of(alone), nobody -> alone.stack())))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Finding> findings(Deployment deployment, UnaryOperator<String> stack) {
        return Rules.ALL.stream().flatMap(rule -> rule.breaches(deployment)
                .map(breach -> new Finding(
                        rule.id(),
                        stack.apply(breach.resource().stack()),
                        breach.resource().id(),
                        breach.text(),
                        rule.remedy())));
    }
}
