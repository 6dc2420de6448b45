package atlas.infra.compute;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.Architecture;
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
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ecs.AwsLogDriverMode;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.CapacityProviderStrategy;
import software.amazon.awscdk.services.ecs.CfnClusterCapacityProviderAssociations;
import software.amazon.awscdk.services.ecs.CloudMapNamespaceOptions;
import software.amazon.awscdk.services.ecs.CloudMapOptions;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.PropagatedTagSource;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.servicediscovery.DnsRecordType;

/** The app as tasks that AWS runs on its own machines: you own the image, AWS everything below it. */
public final class EcsFargateStack extends Stack implements Measured {
    private static final ComputeOption OPTION = ComputeOption.ECS_FARGATE;

    public EcsFargateStack(Layers layers) {
        super(
                layers.app(),
                OPTION.stackId(),
                StackIdentity.option(
                        layers.settings(), OPTION, layers.registry().imageSynthesizer()));
        Settings settings = layers.settings();
        SampleApp sampleApp = new SampleApp(OPTION, layers);

        // 1. What runs: the image, with a secret and a parameter injected by the execution role.
        FargateTaskDefinition task = FargateTaskDefinition.Builder.create(this, "Task")
                .cpu(settings.taskCpu())
                .memoryLimitMiB(settings.taskMemoryMiB())
                .runtimePlatform(RuntimePlatform.builder()
                        .cpuArchitecture(
                                settings.architecture() == Architecture.ARM64
                                        ? CpuArchitecture.ARM64
                                        : CpuArchitecture.X86_64)
                        .operatingSystemFamily(OperatingSystemFamily.LINUX)
                        .build())
                .build();
        LogGroup log = LogGroup.Builder.create(this, "Log")
                .retention(settings.profile().logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        task.addContainer(
                AppContainer.NAME,
                AppContainer.options(this, settings, sampleApp)
                        .portMappings(List.of(PortMapping.builder()
                                .containerPort(SampleApp.PORT)
                                .build()))
                        .logging(LogDriver.awsLogs(AwsLogDriverProps.builder()
                                .logGroup(log)
                                .streamPrefix(AppContainer.NAME)
                                .mode(AwsLogDriverMode.NON_BLOCKING)
                                .build()))
                        .build());

        accept(task, "AwsSolutions-ECS2", "names of resources; what is secret comes from Secrets Manager");
        accept(task.getTaskRole(), "AwsSolutions-IAM5[*]", "ECS Exec has no resources to name");
        accept(task.obtainExecutionRole(), "AwsSolutions-IAM5[*]", "ECR's log-in has no resources to name");

        // 2. Where it runs: the first task on FARGATE, what comes on top on FARGATE_SPOT.
        Cluster cluster = Cluster.Builder.create(this, "Cluster")
                .vpc(layers.network().vpc())
                .containerInsightsV2(
                        settings.profile().isProduction() ? ContainerInsights.ENABLED : ContainerInsights.DISABLED)
                .defaultCloudMapNamespace(CloudMapNamespaceOptions.builder()
                        .name(OPTION.id() + ".internal")
                        .build())
                .build();
        accept(cluster, "AwsSolutions-ECS4", "insights cost more than a sandbox's task; production has them");
        CfnClusterCapacityProviderAssociations capacityProviders =
                CfnClusterCapacityProviderAssociations.Builder.create(this, "CapacityProviders")
                        .cluster(cluster.getClusterName())
                        .capacityProviders(List.of("FARGATE", "FARGATE_SPOT"))
                        .defaultCapacityProviderStrategy(List.of())
                        .build();
        SecurityGroup taskGroup = SecurityGroup.Builder.create(this, "TaskGroup")
                .vpc(layers.network().vpc())
                .description("Fargate tasks: in from the load balancer")
                .build();
        FargateService service = FargateService.Builder.create(this, "Service")
                .cluster(cluster)
                .taskDefinition(task)
                .capacityProviderStrategies(List.of(
                        CapacityProviderStrategy.builder()
                                .capacityProvider("FARGATE")
                                .base(1)
                                .weight(0)
                                .build(),
                        CapacityProviderStrategy.builder()
                                .capacityProvider("FARGATE_SPOT")
                                .weight(1)
                                .build()))
                .vpcSubnets(SubnetSelection.builder()
                        .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                        .build())
                .securityGroups(List.of(taskGroup))
                .cloudMapOptions(CloudMapOptions.builder()
                        .name("app")
                        .dnsRecordType(DnsRecordType.A)
                        .dnsTtl(Duration.seconds(10))
                        .build())
                .enableExecuteCommand(settings.ecsExec())
                .enableEcsManagedTags(true)
                .propagateTags(PropagatedTagSource.SERVICE)
                .minHealthyPercent(100)
                .maxHealthyPercent(200)
                .circuitBreaker(DeploymentCircuitBreaker.builder()
                        .enable(true)
                        .rollback(true)
                        .build())
                .healthCheckGracePeriod(Duration.seconds(60))
                .build();
        // Without it the service may ask for FARGATE_SPOT before the cluster has it, and hang when it is deleted. Nor
        // can
        // a task start before the execution role may pull the image, or be healthy before the load balancer may reach
        // it.
        service.getNode().addDependency(capacityProviders, task.obtainExecutionRole(), taskGroup);

        // 3. How it scales: by CPU and by requests; when posters pile up, in steps; and by the clock.
        LoadBalancerRoute route = new LoadBalancerRoute(this, layers, OPTION, service);
        new TaskScaling(settings.minUnits(), settings.maxUnits(), settings.offHours())
                .applyTo(service, route.targetGroup(), sampleApp.queue());

        // 4. How requests reach it: CloudFront, the internal load balancer, port 8080 of each task's own address.
        CfnOutput.Builder.create(this, "Url").value(layers.cdn().urlOf(OPTION)).build();

        // 5. What it may touch: its poster jobs, by the task role. Image, log, secret and parameter are the execution
        // role's business, and the CDK has granted them above.
        sampleApp.grantAsking(task.getTaskRole());
        sampleApp.grantWorking(task.getTaskRole());

        // 6. How it stops: deregistered and drained first, then SIGTERM, then the container's stop time-out; a
        // deployment
        // whose tasks never get healthy is rolled back by the circuit breaker.

        // 7. What it tells the comparison.
        new UnitMetadata(
                        OPTION,
                        "task",
                        settings.taskCpu() / 1024.0,
                        settings.taskMemoryMiB(),
                        settings.minUnits(),
                        settings.maxUnits())
                .addTo(this);
    }

    @Override
    public Row row() {
        return LoadBalancerRoute.row(OPTION, "tasks", CpuMetrics.ofTasks(getStackName()));
    }
}
