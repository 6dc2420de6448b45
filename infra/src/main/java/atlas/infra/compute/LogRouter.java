package atlas.infra.compute;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ecs.AwsLogDriverMode;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDependency;
import software.amazon.awscdk.services.ecs.ContainerDependencyCondition;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.FireLensLogDriverProps;
import software.amazon.awscdk.services.ecs.FirelensConfig;
import software.amazon.awscdk.services.ecs.FirelensConfigFileType;
import software.amazon.awscdk.services.ecs.FirelensLogRouter;
import software.amazon.awscdk.services.ecs.FirelensLogRouterDefinitionOptions;
import software.amazon.awscdk.services.ecs.FirelensLogRouterType;
import software.amazon.awscdk.services.ecs.FirelensOptions;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.LogDrivers;
import software.amazon.awscdk.services.ecs.TaskDefinition;
import software.amazon.awscdk.services.logs.LogGroup;

/**
 * A second container that takes the app's lines and brings them to CloudWatch Logs: Fluent Bit, wired up by FireLens. The
 * app is started when it is well and stopped before it, so the first line and the last one arrive.
 *
 * @param log where the lines go, those of the app and the router's own
 * @param region of {@code log}
 */
record LogRouter(LogGroup log, String region) {
    static final String NAME = "log-router";
    /** CPU units; 1024 are one vCPU. */
    static final int CPU = 128;

    static final int MEMORY_MIB = 128;

    private static final String IMAGE = "public.ecr.aws/aws-observability/aws-for-fluent-bit:3.4.14";
    /** Part of the image: answers on port 2020, and flushes for up to 30 seconds when it is stopped. */
    private static final String CONFIGURATION = "/fluent-bit/configs/output-metrics-healthcheck.conf";
    /** Whether it runs. Whether CloudWatch Logs answers is not asked: an app without a log is better than none. */
    private static final String RUNS = "curl --fail --silent http://127.0.0.1:2020/api/v1/uptime || exit 1";

    private static final Duration STOP_TIMEOUT = Duration.seconds(40);

    /** For the app: each line as it was written, in a stream named by its task. */
    LogDriver driver() {
        Map<String, String> output = new TreeMap<>();
        output.put("Name", "cloudwatch_logs");
        output.put("region", region);
        output.put("log_group_name", log.getLogGroupName());
        output.put("log_stream_prefix", "fluent-bit/");
        output.put("log_key", "log");
        output.put("auto_create_group", "false");
        return LogDrivers.firelens(
                FireLensLogDriverProps.builder().options(output).build());
    }

    void addTo(TaskDefinition task, ContainerDefinition app) {
        FirelensLogRouter router = task.addFirelensLogRouter(
                NAME,
                FirelensLogRouterDefinitionOptions.builder()
                        .image(ContainerImage.fromRegistry(IMAGE))
                        .essential(true)
                        .cpu(CPU)
                        .memoryLimitMiB(MEMORY_MIB)
                        .firelensConfig(FirelensConfig.builder()
                                .type(FirelensLogRouterType.FLUENTBIT)
                                .options(FirelensOptions.builder()
                                        .configFileType(FirelensConfigFileType.FILE)
                                        .configFileValue(CONFIGURATION)
                                        .enableEcsLogMetadata(false)
                                        .build())
                                .build())
                        .healthCheck(HealthCheck.builder()
                                .command(List.of("CMD-SHELL", RUNS))
                                .interval(Duration.seconds(5))
                                .timeout(Duration.seconds(2))
                                .retries(3)
                                .startPeriod(Duration.seconds(10))
                                .build())
                        .stopTimeout(STOP_TIMEOUT)
                        .logging(LogDriver.awsLogs(AwsLogDriverProps.builder()
                                .logGroup(log)
                                .streamPrefix(NAME)
                                .mode(AwsLogDriverMode.NON_BLOCKING)
                                .build()))
                        .build());
        app.addContainerDependencies(ContainerDependency.builder()
                .container(router)
                .condition(ContainerDependencyCondition.HEALTHY)
                .build());
        // The router's calls are the task's own: FireLens knows no execution role.
        log.grantWrite(task.getTaskRole());
    }
}
