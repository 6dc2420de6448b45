package atlas.proof.gate;

import atlas.compare.BadInput;
import atlas.proof.rule.RulesGate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All gates, in the order in which a person would ask them: is it a template, is it well made, is it safe, is it ours. */
public final class Gates {
    private Gates() {}

    /** cdk-nag is no part of it: it wants the CDK, so it runs with the tests of infra. */
    public static List<Gate> all(Tools tools) {
        return List.of(
                new CloudFormationGate(tools),
                new CfnLintGate(tools),
                new GuardGate(tools),
                new CheckovGate(tools),
                new RulesGate());
    }

    /**
     * @param names all gates when there is none
     * @throws BadInput when there is no gate of such a name
     */
    public static List<Gate> named(Collection<String> names, Tools tools) {
        List<Gate> all = all(tools);
        Set<String> unknown = new TreeSet<>(names);
        all.forEach(gate -> unknown.remove(gate.name()));
        if (!unknown.isEmpty()) {
            throw new BadInput("there is no gate %s; there are %s"
                    .formatted(
                            String.join(", ", unknown),
                            all.stream().map(Gate::name).collect(Collectors.joining(", "))));
        }
        return all.stream()
                .filter(gate -> names.isEmpty() || names.contains(gate.name()))
                .toList();
    }
}
