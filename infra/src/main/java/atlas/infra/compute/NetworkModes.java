package atlas.infra.compute;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.Layers;
import atlas.infra.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.Ec2TaskDefinition;
import software.amazon.awscdk.services.ecs.Host;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.NetworkMode;
import software.amazon.awscdk.services.ecs.Volume;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * The network modes that the service does not use, each on a task that wants it. None of them runs until somebody asks;
 * a task definition costs nothing. The service itself is the example of {@code bridge}.
 */
final class NetworkModes extends Construct {
    private static final String CLOUDWATCH_AGENT = "public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1.300062.0b1304";

    private static final String METRICS = "ComputeAtlas/Instances";

    private final SampleApp sampleApp;
    private final Settings settings;
    private final LogGroup log;
    private final Role executionRole;

    NetworkModes(Construct scope, Layers layers, SampleApp sampleApp, LogGroup log) {
        super(scope, "NetworkModes");
        this.sampleApp = sampleApp;
        this.settings = layers.settings();
        this.log = log;
        this.executionRole = Role.Builder.create(this, "ExecutionRole")
                .assumedBy(new ServicePrincipal("ecs-tasks.amazonaws.com"))
                .build();
        accept(executionRole, "AwsSolutions-IAM5[*]", "ECR's log-in has no resources to name");
        none();
        host();
        awsvpc();
        SecurityGroup.Builder.create(this, "AwsvpcGroup")
                .vpc(layers.network().vpc())
                .description("Tasks with a network interface of their own: nobody may come in")
                .build();
    }

    /** Drawing is a pure function: a poster, a folder, and no way to talk to anybody. */
    private void none() {
        Ec2TaskDefinition task = task("None", NetworkMode.NONE);
        task.addVolume(Volume.builder()
                .name("shards")
                .host(Host.builder()
                        .sourcePath(ContainerInstances.SHARED_FOLDER)
                        .build())
                .build());
        ContainerDefinition batch = task.addContainer("batch", batch(Map.of("ATLAS_DATA_DIR", "/shards"), "none"));
        batch.addMountPoints(MountPoint.builder()
                .sourceVolume("shards")
                .containerPath("/shards")
                .readOnly(false)
                .build());
    }

    /** What passes the instance's own interfaces, only its own network shows; the metrics carry its host name. */
    private void host() {
        Ec2TaskDefinition task = task("Host", NetworkMode.HOST);
        task.addContainer(
                "cloudwatch-agent",
                ContainerDefinitionOptions.builder()
                        .image(ContainerImage.fromRegistry(CLOUDWATCH_AGENT))
                        .cpu(64)
                        .memoryLimitMiB(128)
                        .environment(Map.of("CW_CONFIG_CONTENT", """
                                {"metrics":{"namespace":"%s",\
                                "metrics_collected":{"mem":{"measurement":["used_percent"]},\
                                "net":{"resources":["*"],"measurement":["bytes_recv","bytes_sent"]}}}}""".formatted(METRICS)))
                        .logging(logging("host"))
                        .build());
        task.addToTaskRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of("cloudwatch:PutMetricData"))
                .resources(List.of("*"))
                .conditions(Map.of("StringEquals", Map.of("cloudwatch:namespace", METRICS)))
                .build());
        accept(task.getTaskRole(), "AwsSolutions-IAM5[*]", "metrics have no resources; their namespace is the limit");
    }

    /** Stores its shard in the bucket by an interface of its own: with a security group that lets nobody in. */
    private void awsvpc() {
        Ec2TaskDefinition task = task("Awsvpc", NetworkMode.AWS_VPC);
        task.addContainer("batch", batch(sampleApp.serverEnvironment(), "awsvpc"));
        sampleApp.grantStoring(task.getTaskRole());
    }

    private Ec2TaskDefinition task(String id, NetworkMode mode) {
        Ec2TaskDefinition task = Ec2TaskDefinition.Builder.create(this, id)
                .networkMode(mode)
                .executionRole(executionRole)
                .build();
        accept(task, "AwsSolutions-ECS2", "names and sizes; there is nothing secret in them");
        return task;
    }

    /** The first half of a small poster; a run may ask for another. */
    private ContainerDefinitionOptions batch(Map<String, String> whereTo, String streamPrefix) {
        Map<String, String> environment = new TreeMap<>(whereTo);
        environment.put("ATLAS_POSTER", "{\"zoom\":2,\"x\":0,\"y\":1,\"columns\":4,\"rows\":2}");
        environment.put("ATLAS_SHARDS", "2");
        environment.put("AWS_BATCH_JOB_ARRAY_INDEX", "0");
        return ContainerDefinitionOptions.builder()
                .image(AppContainer.image(settings))
                .user(AppContainer.USER)
                .command(List.of("atlas.containers.Batch"))
                .cpu(128)
                .memoryLimitMiB(256)
                .readonlyRootFilesystem(true)
                .environment(environment)
                .logging(logging(streamPrefix))
                .build();
    }

    private LogDriver logging(String streamPrefix) {
        return LogDriver.awsLogs(AwsLogDriverProps.builder()
                .logGroup(log)
                .streamPrefix(streamPrefix)
                .build());
    }
}
