package atlas.infra.compute;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.ComputeOption;
import atlas.infra.Layers;
import atlas.infra.Settings;
import atlas.infra.dashboard.CpuMetrics;
import atlas.infra.dashboard.Measured;
import atlas.infra.dashboard.Row;
import atlas.infra.guard.StackIdentity;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecs.AsgCapacityProvider;
import software.amazon.awscdk.services.ecs.BuiltInAttributes;
import software.amazon.awscdk.services.ecs.CapacityProviderStrategy;
import software.amazon.awscdk.services.ecs.CloudMapNamespaceOptions;
import software.amazon.awscdk.services.ecs.CloudMapOptions;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.Ec2Service;
import software.amazon.awscdk.services.ecs.Ec2TaskDefinition;
import software.amazon.awscdk.services.ecs.NetworkMode;
import software.amazon.awscdk.services.ecs.PlacementStrategy;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.PropagatedTagSource;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.servicediscovery.DnsRecordType;

/** The app as tasks on EC2 instances of yours, several on one: ECS places them, and brings the instances they need. */
public final class EcsEc2Stack extends Stack implements Measured {
    private static final ComputeOption OPTION = ComputeOption.ECS_EC2;

    /** Of one vCPU each, so that two take an instance's CPU, and leave a quarter of 2 GiB to system and agent. */
    private static final int TASKS_AN_INSTANCE = 2;

    private static final int CPU = 1024 - LogRouter.CPU;
    private static final int MEMORY_MIB = 768 - LogRouter.MEMORY_MIB;

    public EcsEc2Stack(Layers layers) {
        super(
                layers.app(),
                OPTION.stackId(),
                StackIdentity.option(
                        layers.settings(), OPTION, layers.registry().imageSynthesizer()));
        Settings settings = layers.settings();
        SampleApp sampleApp = new SampleApp(OPTION, layers);

        // 1. What runs: the image, and a router for its log beside it; on Docker's bridge, at a port that Docker
        // chooses.
        LogGroup log = LogGroup.Builder.create(this, "Log")
                .retention(settings.profile().logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        LogRouter logRouter = new LogRouter(log, settings.region());
        Ec2TaskDefinition task = Ec2TaskDefinition.Builder.create(this, "Task")
                .networkMode(NetworkMode.BRIDGE)
                .build();
        ContainerDefinition app = task.addContainer(
                AppContainer.NAME,
                AppContainer.options(this, settings, sampleApp)
                        .cpu(CPU)
                        .memoryLimitMiB(MEMORY_MIB)
                        .portMappings(List.of(PortMapping.builder()
                                .containerPort(SampleApp.PORT)
                                .hostPort(0)
                                .build()))
                        .logging(logRouter.driver())
                        .build());
        logRouter.addTo(task, app);
        accept(task, "AwsSolutions-ECS2", "names of resources; what is secret comes from Secrets Manager");
        accept(task.getTaskRole(), "AwsSolutions-IAM5[*]", "ECS Exec has no resources to name");
        accept(task.obtainExecutionRole(), "AwsSolutions-IAM5[*]", "ECR's log-in has no resources to name");
        new NetworkModes(this, layers, sampleApp, log);

        // 2. Where it runs: on instances that come with the tasks, spread over the zones, then packed by memory.
        Cluster cluster = Cluster.Builder.create(this, "Cluster")
                .vpc(layers.network().vpc())
                .containerInsightsV2(
                        settings.profile().isProduction() ? ContainerInsights.ENABLED : ContainerInsights.DISABLED)
                .defaultCloudMapNamespace(CloudMapNamespaceOptions.builder()
                        .name(OPTION.id() + ".internal")
                        .build())
                .build();
        accept(cluster, "AwsSolutions-ECS4", "insights cost more than a sandbox's tasks; production has them");
        ContainerInstances instances = new ContainerInstances(this, layers, cluster);
        AsgCapacityProvider capacityProvider = AsgCapacityProvider.Builder.create(this, "CapacityProvider")
                .autoScalingGroup(instances.group())
                .enableManagedScaling(true)
                .enableManagedDraining(true)
                // With it on, a destroy waits for instances that nobody may end.
                .enableManagedTerminationProtection(false)
                .build();
        capacityProvider.getNode().addDependency(instances);
        cluster.addAsgCapacityProvider(capacityProvider);
        // The cluster does not know its instances' group, and the load balancer would not be let in.
        cluster.getConnections().addSecurityGroup(instances.securityGroup());
        Ec2Service service = Ec2Service.Builder.create(this, "Service")
                .cluster(cluster)
                .taskDefinition(task)
                .capacityProviderStrategies(List.of(CapacityProviderStrategy.builder()
                        .capacityProvider(capacityProvider.getCapacityProviderName())
                        .weight(1)
                        .build()))
                .placementStrategies(List.of(
                        PlacementStrategy.spreadAcross(BuiltInAttributes.AVAILABILITY_ZONE),
                        PlacementStrategy.packedByMemory()))
                .cloudMapOptions(CloudMapOptions.builder()
                        .name(AppContainer.NAME)
                        .container(app)
                        .containerPort(SampleApp.PORT)
                        .dnsRecordType(DnsRecordType.SRV)
                        .dnsTtl(Duration.seconds(10))
                        .build())
                .enableExecuteCommand(settings.ecsExec())
                .enableEcsManagedTags(true)
                .propagateTags(PropagatedTagSource.SERVICE)
                // On full instances half of the tasks make room for their successors; beside free room none has to.
                .minHealthyPercent(50)
                .maxHealthyPercent(200)
                .circuitBreaker(DeploymentCircuitBreaker.builder()
                        .enable(true)
                        .rollback(true)
                        .build())
                .healthCheckGracePeriod(Duration.seconds(60))
                .build();
        // The cluster holds the association with the capacity provider: the service comes after it, and goes before.
        service.getNode().addDependency(cluster, instances, task.obtainExecutionRole());

        // 3. How it scales: tasks by what they are asked, and instances by the tasks that want room.
        LoadBalancerRoute route = new LoadBalancerRoute(this, layers, OPTION, service);
        new TaskScaling(settings.minUnits(), TASKS_AN_INSTANCE * settings.maxUnits(), settings.offHours())
                .applyTo(service, route.targetGroup(), sampleApp.queue());

        // 4. How requests reach it: CloudFront, the internal load balancer, the port of each task on its instance.
        CfnOutput.Builder.create(this, "Url").value(layers.cdn().urlOf(OPTION)).build();

        // 5. What it may touch: its poster jobs, by the task role. Image, secret and parameter are the execution role's
        // business, tasks and instances the agent's, by the instance profile.
        sampleApp.grantAsking(task.getTaskRole());
        sampleApp.grantWorking(task.getTaskRole());

        // 6. How it stops: a task is drained, then SIGTERM and the stop time-out, the log router last. An instance that
        // has to go, by scaling, by an update or by Spot, is drained of its tasks first.

        // 7. What it tells the comparison.
        new UnitMetadata(
                        OPTION,
                        "instance",
                        settings.instanceSize().vcpu(),
                        settings.instanceSize().memoryMiB(),
                        (settings.minUnits() + TASKS_AN_INSTANCE - 1) / TASKS_AN_INSTANCE,
                        settings.maxUnits())
                .addTo(this);
    }

    @Override
    public Row row() {
        return LoadBalancerRoute.row(OPTION, "tasks", CpuMetrics.ofTasks(getStackName()));
    }
}
