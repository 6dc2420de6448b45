package atlas.proof.rule;

import java.util.List;

/** All our rules. Each has a mistake in {@code proof/mistakes.yaml} that it, and it alone of our rules, is there for. */
final class Rules {
    static final List<Rule> ALL = List.of(
            new CircularResources(),
            new CircularStacks(),
            new ImportsWithoutExport(),
            new LoadBalancerZones(),
            new ListenerRules(),
            new HealthPath(),
            new OpenPort(),
            new ExecutionRole(),
            new HandlerInCode(),
            new QueueVisibility(),
            new BucketEmptied());

    private Rules() {}
}
