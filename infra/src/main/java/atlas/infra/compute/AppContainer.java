package atlas.infra.compute;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.Architecture;
import atlas.infra.ProjectFiles;
import atlas.infra.Settings;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ecr.assets.Platform;
import software.amazon.awscdk.services.ecs.AssetImageProps;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.LinuxParameters;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/**
 * The app's container, the same on every machine that ECS runs it on: image, variables, a secret and a parameter that the
 * execution role injects, how it is asked for its health, and how it is stopped.
 */
final class AppContainer {
    static final String NAME = "app";
    /** The image's own, said again where whoever starts it can see that it is not root. */
    static final String USER = "10001:10001";

    private AppContainer() {}

    /** Built by {@code cdk deploy} for the processor that will run it. */
    static ContainerImage image(Settings settings) {
        return ContainerImage.fromAsset(
                ProjectFiles.IMAGE,
                AssetImageProps.builder().platform(platform(settings)).build());
    }

    static Platform platform(Settings settings) {
        return settings.architecture() == Architecture.ARM64 ? Platform.LINUX_ARM64 : Platform.LINUX_AMD64;
    }

    /**
     * Without size, ports and logging, which are the option's own.
     *
     * @param scope where secret and parameter are made; one container a scope
     */
    static ContainerDefinitionOptions.Builder options(Construct scope, Settings settings, SampleApp sampleApp) {
        TreeMap<String, software.amazon.awscdk.services.ecs.Secret> secrets = new TreeMap<>();
        secrets.put("ATLAS_JOB_KEY", software.amazon.awscdk.services.ecs.Secret.fromSecretsManager(jobKey(scope)));
        secrets.put("ATLAS_LOG_LEVEL", software.amazon.awscdk.services.ecs.Secret.fromSsmParameter(logLevel(scope)));
        return ContainerDefinitionOptions.builder()
                .image(image(settings))
                .user(USER)
                .environment(sampleApp.serverEnvironment())
                .secrets(secrets)
                .readonlyRootFilesystem(settings.readOnlyRoot())
                .linuxParameters(LinuxParameters.Builder.create(scope, "LinuxParameters")
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
                .stopTimeout(SampleApp.STOP_TIMEOUT);
    }

    private static Secret jobKey(Construct scope) {
        Secret key = Secret.Builder.create(scope, "JobKey")
                .description("Compute Atlas: keys the ids of poster jobs, so that nobody can guess another's")
                .generateSecretString(SecretStringGenerator.builder()
                        .excludePunctuation(true)
                        .passwordLength(40)
                        .build())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        accept(key, "AwsSolutions-SMG4", "with a new key the same request would be another job");
        return key;
    }

    private static StringParameter logLevel(Construct scope) {
        return StringParameter.Builder.create(scope, "LogLevel")
                .description("Compute Atlas: DEBUG, INFO, WARN or ERROR; read when a task starts")
                .stringValue("INFO")
                .build();
    }
}
