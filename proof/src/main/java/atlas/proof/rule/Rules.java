package atlas.proof.rule;

import java.util.List;

/** All our rules. Each has a mistake in {@code proof/mistakes.yaml} that it, and it alone of our rules, is there for. */
final class Rules {
    static final List<Rule> ALL = List.of(
            new CircularResources(),
            new CircularStacks(),
            new ImportsWithoutExport(),
            new AssetInAssembly(),
            new LoadBalancerZones(),
            new ListenerRules(),
            new HealthPath(),
            new HealthCheckTiming(),
            new OpenPort(),
            new TargetType(),
            new GroupDescription(),
            new WayOut(),
            new ServiceContainer(),
            new CapacityOfCluster(),
            new ExecutionRole(),
            new TaskMemory(),
            new TaskArchitecture(),
            new MachineArchitecture(),
            new EksVersion(),
            new FunctionTimeout(),
            new SnapStartLimits(),
            new HandlerInCode(),
            new QueueVisibility(),
            new InvokePermission(),
            new ScheduleExpression(),
            new PolicyEffect(),
            new ManagedPolicyPath(),
            new BucketEmptied(),
            new RetainedName(),
            new LifecycleAnyLast(),
            new DistributionNames());

    private Rules() {}
}
