package atlas.infra.compute;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.Architecture;
import atlas.infra.ComputeOption;
import atlas.infra.Layers;
import atlas.infra.OffHours;
import atlas.infra.ProjectFiles;
import atlas.infra.Settings;
import atlas.infra.guard.StackIdentity;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.applicationautoscaling.BasicStepScalingPolicyProps;
import software.amazon.awscdk.services.applicationautoscaling.CronOptions;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.applicationautoscaling.ScalingInterval;
import software.amazon.awscdk.services.applicationautoscaling.ScalingSchedule;
import software.amazon.awscdk.services.applicationautoscaling.Schedule;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ecr.assets.Platform;
import software.amazon.awscdk.services.ecs.AssetImageProps;
import software.amazon.awscdk.services.ecs.AwsLogDriverMode;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.CapacityProviderStrategy;
import software.amazon.awscdk.services.ecs.CfnClusterCapacityProviderAssociations;
import software.amazon.awscdk.services.ecs.CloudMapNamespaceOptions;
import software.amazon.awscdk.services.ecs.CloudMapOptions;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.LinuxParameters;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.PropagatedTagSource;
import software.amazon.awscdk.services.ecs.RequestCountScalingProps;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.ecs.ScalableTaskCount;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.amazon.awscdk.services.servicediscovery.DnsRecordType;
import software.amazon.awscdk.services.ssm.StringParameter;

/** The app as tasks that AWS runs on its own machines: you own the image, AWS everything below it. */
public final class EcsFargateStack extends Stack {
    private static final ComputeOption OPTION = ComputeOption.ECS_FARGATE;
    private static final int CPU_PERCENT = 60;
    private static final int REQUESTS_PER_MINUTE = 300;

    public EcsFargateStack(Layers layers) {
        super(
                layers.app(),
                OPTION.stackId(),
                StackIdentity.option(
                        layers.settings(), OPTION, layers.registry().imageSynthesizer()));
        Settings settings = layers.settings();
        SampleApp sampleApp = new SampleApp(OPTION, layers);

        // 1. What runs: the image, with a secret and a parameter injected by the execution role.
        boolean arm64 = settings.architecture() == Architecture.ARM64;
        FargateTaskDefinition task = FargateTaskDefinition.Builder.create(this, "Task")
                .cpu(settings.taskCpu())
                .memoryLimitMiB(settings.taskMemoryMiB())
                .runtimePlatform(RuntimePlatform.builder()
                        .cpuArchitecture(arm64 ? CpuArchitecture.ARM64 : CpuArchitecture.X86_64)
                        .operatingSystemFamily(OperatingSystemFamily.LINUX)
                        .build())
                .build();
        software.amazon.awscdk.services.secretsmanager.Secret jobKey =
                software.amazon.awscdk.services.secretsmanager.Secret.Builder.create(this, "JobKey")
                        .description("Compute Atlas: keys the ids of poster jobs, so that nobody can guess another's")
                        .generateSecretString(SecretStringGenerator.builder()
                                .excludePunctuation(true)
                                .passwordLength(40)
                                .build())
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        accept(jobKey, "AwsSolutions-SMG4", "with a new key the same request would be another job");
        StringParameter logLevel = StringParameter.Builder.create(this, "LogLevel")
                .description("Compute Atlas: DEBUG, INFO, WARN or ERROR; read when a task starts")
                .stringValue("INFO")
                .build();
        TreeMap<String, software.amazon.awscdk.services.ecs.Secret> secrets = new TreeMap<>();
        secrets.put("ATLAS_JOB_KEY", software.amazon.awscdk.services.ecs.Secret.fromSecretsManager(jobKey));
        secrets.put("ATLAS_LOG_LEVEL", software.amazon.awscdk.services.ecs.Secret.fromSsmParameter(logLevel));
        ContainerDefinition container = task.addContainer(
                "app",
                ContainerDefinitionOptions.builder()
                        .image(ContainerImage.fromAsset(
                                ProjectFiles.IMAGE,
                                AssetImageProps.builder()
                                        .platform(arm64 ? Platform.LINUX_ARM64 : Platform.LINUX_AMD64)
                                        .build()))
                        .portMappings(List.of(PortMapping.builder()
                                .containerPort(SampleApp.PORT)
                                .build()))
                        .environment(sampleApp.serverEnvironment())
                        .secrets(secrets)
                        .readonlyRootFilesystem(settings.readOnlyRoot())
                        .linuxParameters(LinuxParameters.Builder.create(this, "LinuxParameters")
                                .initProcessEnabled(settings.ecsExec())
                                .build())
                        // ECS ignores the image's own HEALTHCHECK, so it is said again.
                        .healthCheck(HealthCheck.builder()
                                .command(SampleApp.HEALTH_COMMAND)
                                .interval(Duration.seconds(15))
                                .timeout(Duration.seconds(5))
                                .retries(3)
                                .startPeriod(Duration.seconds(30))
                                .build())
                        .stopTimeout(SampleApp.STOP_TIMEOUT)
                        .logging(LogDriver.awsLogs(AwsLogDriverProps.builder()
                                .logGroup(LogGroup.Builder.create(this, "Log")
                                        .retention(settings.profile().logRetention())
                                        .removalPolicy(RemovalPolicy.DESTROY)
                                        .build())
                                .streamPrefix("app")
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
        ScalableTaskCount tasks = service.autoScaleTaskCount(EnableScalingProps.builder()
                .minCapacity(settings.minUnits())
                .maxCapacity(settings.maxUnits())
                .build());
        tasks.scaleOnCpuUtilization(
                "Cpu",
                CpuUtilizationScalingProps.builder()
                        .targetUtilizationPercent(CPU_PERCENT)
                        .build());
        tasks.scaleOnRequestCount(
                "Requests",
                RequestCountScalingProps.builder()
                        .requestsPerTarget(REQUESTS_PER_MINUTE)
                        .targetGroup(route.targetGroup())
                        .build());
        tasks.scaleOnMetric(
                "PostersWaiting",
                BasicStepScalingPolicyProps.builder()
                        .metric(sampleApp.queue().metricApproximateNumberOfMessagesVisible())
                        .scalingSteps(List.of(
                                ScalingInterval.builder()
                                        .lower(20)
                                        .upper(100)
                                        .change(1)
                                        .build(),
                                ScalingInterval.builder().lower(100).change(2).build()))
                        .build());
        if (settings.offHours() != OffHours.RUN) {
            int units = settings.offHours().units(settings.minUnits());
            tasks.scaleOnSchedule("Evening", at(OffHours.EVENING, units, units));
            tasks.scaleOnSchedule("Morning", at(OffHours.MORNING, settings.minUnits(), settings.maxUnits()));
        }

        // 4. How requests reach it: CloudFront, the internal load balancer, port 8080 of each task's own address.
        CfnOutput.Builder.create(this, "Url").value(layers.cdn().urlOf(OPTION)).build();

        // 5. What it may touch: its poster jobs, by the task role. Image, log, secret and parameter are the execution
        // role's business, and the CDK has granted them above.
        sampleApp.grantAsking(task.getTaskRole());
        sampleApp.grantWorking(task.getTaskRole());

        // 6. How it stops: deregistered and drained first, then SIGTERM, then the stop time-out above; a deployment
        // whose
        // tasks never get healthy is rolled back by the circuit breaker.

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

    private static ScalingSchedule at(int hour, int min, int max) {
        return ScalingSchedule.builder()
                .schedule(Schedule.cron(CronOptions.builder()
                        .weekDay(OffHours.WORKDAYS)
                        .hour(String.valueOf(hour))
                        .minute("0")
                        .build()))
                .minCapacity(min)
                .maxCapacity(max)
                .build();
    }
}
