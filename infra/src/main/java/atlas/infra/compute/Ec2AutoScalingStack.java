package atlas.infra.compute;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.Architecture;
import atlas.infra.ComputeOption;
import atlas.infra.Layers;
import atlas.infra.OffHours;
import atlas.infra.ProjectFiles;
import atlas.infra.Settings;
import atlas.infra.dashboard.CpuMetrics;
import atlas.infra.dashboard.Measured;
import atlas.infra.dashboard.Row;
import atlas.infra.guard.CostTags;
import atlas.infra.guard.StackIdentity;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.autoscaling.AdditionalHealthCheckType;
import software.amazon.awscdk.services.autoscaling.AdditionalHealthChecksOptions;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.BasicScheduledActionProps;
import software.amazon.awscdk.services.autoscaling.BasicStepScalingPolicyProps;
import software.amazon.awscdk.services.autoscaling.CfnAutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.CronOptions;
import software.amazon.awscdk.services.autoscaling.HealthChecks;
import software.amazon.awscdk.services.autoscaling.InstanceRefreshOptions;
import software.amazon.awscdk.services.autoscaling.InstanceRefreshStrategy;
import software.amazon.awscdk.services.autoscaling.InstancesDistribution;
import software.amazon.awscdk.services.autoscaling.LaunchTemplateOverrides;
import software.amazon.awscdk.services.autoscaling.MixedInstancesPolicy;
import software.amazon.awscdk.services.autoscaling.RequestCountScalingProps;
import software.amazon.awscdk.services.autoscaling.ScalingInterval;
import software.amazon.awscdk.services.autoscaling.Schedule;
import software.amazon.awscdk.services.autoscaling.Signals;
import software.amazon.awscdk.services.autoscaling.SignalsOptions;
import software.amazon.awscdk.services.autoscaling.SpotAllocationStrategy;
import software.amazon.awscdk.services.autoscaling.UpdatePolicy;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.ec2.AmazonLinux2023ImageSsmParameterProps;
import software.amazon.awscdk.services.ec2.AmazonLinuxCpuType;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.assets.Asset;

/** The app as a systemd unit on EC2 instances of an Auto Scaling group: you own the guest system, AWS the host. */
public final class Ec2AutoScalingStack extends Stack implements Measured {
    private static final ComputeOption OPTION = ComputeOption.EC2_AUTO_SCALING;
    /** For the signal: the start script must name the group before the group exists. */
    private static final String GROUP_LOGICAL_ID = "Group";

    private static final int REQUESTS_PER_MINUTE = 600;
    /** An estimate of boot, dnf and download, doubled: before it an instance is not judged. */
    private static final Duration START = Duration.minutes(5);

    public Ec2AutoScalingStack(Layers layers) {
        super(layers.app(), OPTION.stackId(), StackIdentity.option(layers.settings(), OPTION));
        Settings settings = layers.settings();
        SampleApp sampleApp = new SampleApp(OPTION, layers);
        List<String> instanceTypes = settings.instanceSize().types(settings.architecture());

        // 1. What runs: the server's jar on Corretto 25 and Amazon Linux 2023, with IMDSv2, Session Manager and no SSH.
        Asset jar =
                Asset.Builder.create(this, "Jar").path(ProjectFiles.SERVER_JAR).build();
        LogGroup log = LogGroup.Builder.create(this, "Log")
                .retention(settings.profile().logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        Role instanceRole = Role.Builder.create(this, "InstanceRole")
                .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                .managedPolicies(List.of(ManagedPolicy.fromAwsManagedPolicyName("AmazonSSMManagedInstanceCore")))
                .build();
        accept(instanceRole, "AwsSolutions-IAM4", "what the agent of Session Manager calls, and AWS keeps the list");
        LaunchTemplate launchTemplate = LaunchTemplate.Builder.create(this, "LaunchTemplate")
                .machineImage(MachineImage.latestAmazonLinux2023(AmazonLinux2023ImageSsmParameterProps.builder()
                        .cpuType(
                                settings.architecture() == Architecture.ARM64
                                        ? AmazonLinuxCpuType.ARM_64
                                        : AmazonLinuxCpuType.X86_64)
                        .build()))
                .instanceType(new InstanceType(instanceTypes.get(0)))
                .role(instanceRole)
                .securityGroup(SecurityGroup.Builder.create(this, "InstanceGroup")
                        .vpc(layers.network().vpc())
                        .description("EC2 instances: in from the load balancer")
                        .build())
                .requireImdsv2(true)
                .blockDevices(List.of(BlockDevice.builder()
                        .deviceName("/dev/xvda")
                        .volume(BlockDeviceVolume.ebs(
                                8,
                                EbsDeviceOptions.builder()
                                        .volumeType(EbsDeviceVolumeType.GP3)
                                        .deleteOnTermination(true)
                                        .encrypted(true)
                                        .build()))
                        .build()))
                .userData(Ec2UserData.script(this, GROUP_LOGICAL_ID, sampleApp.serverEnvironment(), jar, log))
                .build();
        // The group tags its instances; their volumes take what the launch template says.
        CostTags.option(settings, OPTION).forEach(Tags.of(launchTemplate)::add);

        // 2. Where it runs: one On-Demand instance as the base, Spot above it, replaced before it is taken away.
        AutoScalingGroup group = AutoScalingGroup.Builder.create(this, "AutoScalingGroup")
                .vpc(layers.network().vpc())
                .vpcSubnets(SubnetSelection.builder()
                        .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                        .build())
                .mixedInstancesPolicy(MixedInstancesPolicy.builder()
                        .launchTemplate(launchTemplate)
                        .launchTemplateOverrides(instanceTypes.stream()
                                .map(type -> LaunchTemplateOverrides.builder()
                                        .instanceType(new InstanceType(type))
                                        .build())
                                .toList())
                        .instancesDistribution(InstancesDistribution.builder()
                                .onDemandBaseCapacity(1)
                                .onDemandPercentageAboveBaseCapacity(0)
                                .spotAllocationStrategy(SpotAllocationStrategy.PRICE_CAPACITY_OPTIMIZED)
                                .build())
                        .build())
                .capacityRebalance(true)
                .minCapacity(settings.minUnits())
                .maxCapacity(settings.maxUnits())
                .defaultInstanceWarmup(START)
                .healthChecks(HealthChecks.withAdditionalChecks(AdditionalHealthChecksOptions.builder()
                        .additionalTypes(List.of(AdditionalHealthCheckType.ELB))
                        .gracePeriod(START)
                        .build()))
                // Creation waits until the app answers on each instance; an update replaces instances by the same
                // checks.
                .signals(Signals.waitForMinCapacity(
                        SignalsOptions.builder().timeout(Duration.minutes(10)).build()))
                .updatePolicy(UpdatePolicy.instanceRefresh(InstanceRefreshOptions.builder()
                        .strategy(InstanceRefreshStrategy.ROLLING)
                        .minHealthyPercentage(100)
                        .maxHealthyPercentage(200)
                        .instanceWarmup(START)
                        .build()))
                .build();
        ((CfnAutoScalingGroup) group.getNode().getDefaultChild()).overrideLogicalId(GROUP_LOGICAL_ID);
        accept(group, "AwsSolutions-EC26", "the launch template encrypts its volume, where the rule cannot look");
        accept(group, "AwsSolutions-AS3", "the group keeps a history; nobody is woken because it grew");
        accept(group, "@aws-cdk/aws-autoscaling:signalsNotUsedByInstanceRefresh", "signals are for creation alone");

        // 3. How it scales: by requests; when CPU says they were heavier than usual, in steps; and by the clock.
        LoadBalancerRoute route = new LoadBalancerRoute(this, layers, OPTION, group);
        group.scaleOnRequestCount(
                "Requests",
                RequestCountScalingProps.builder()
                        .targetRequestsPerMinute(REQUESTS_PER_MINUTE)
                        .build());
        group.scaleOnMetric(
                "CpuAtItsLimit",
                BasicStepScalingPolicyProps.builder()
                        .metric(cpuOf(group))
                        .scalingSteps(List.of(
                                ScalingInterval.builder()
                                        .lower(90)
                                        .upper(98)
                                        .change(1)
                                        .build(),
                                ScalingInterval.builder().lower(98).change(2).build()))
                        .estimatedInstanceWarmup(START)
                        .build());
        if (settings.offHours() != OffHours.RUN) {
            int units = settings.offHours().units(settings.minUnits());
            group.scaleOnSchedule("Evening", at(OffHours.EVENING, units, units));
            group.scaleOnSchedule("Morning", at(OffHours.MORNING, settings.minUnits(), settings.maxUnits()));
        }

        // 4. How requests reach it: CloudFront, the internal load balancer, port 8080.
        CfnOutput.Builder.create(this, "Url").value(layers.cdn().urlOf(OPTION)).build();

        // 5. What it may touch: its jar, its log, its poster jobs.
        instanceRole.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("s3:GetObject"))
                .resources(List.of(jar.getBucket().arnForObjects(jar.getS3ObjectKey())))
                .build());
        log.grantWrite(instanceRole);
        sampleApp.grantAsking(instanceRole);
        sampleApp.grantWorking(instanceRole);

        // 6. How it stops: the load balancer drains it, then systemd sends SIGTERM and waits (see user-data.sh).
        group.getNode().addDependency(route.rule());

        // 7. What it tells the comparison.
        new UnitMetadata(
                        OPTION,
                        "instance",
                        settings.instanceSize().vcpu(),
                        settings.instanceSize().memoryMiB(),
                        settings.minUnits(),
                        settings.maxUnits())
                .addTo(this);
    }

    @Override
    public Row row() {
        return LoadBalancerRoute.row(OPTION, "instances", CpuMetrics.ofInstances(getStackName()));
    }

    /** Over five minutes, as often as EC2 measures without the detailed monitoring that costs extra. */
    private static Metric cpuOf(AutoScalingGroup group) {
        return Metric.Builder.create()
                .namespace("AWS/EC2")
                .metricName("CPUUtilization")
                .dimensionsMap(Map.of("AutoScalingGroupName", group.getAutoScalingGroupName()))
                .period(Duration.minutes(5))
                .build();
    }

    private static BasicScheduledActionProps at(int hour, int min, int max) {
        return BasicScheduledActionProps.builder()
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
