package atlas.infra.compute;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.Cidr;
import atlas.infra.ComputeOption;
import atlas.infra.Layers;
import atlas.infra.ProjectFiles;
import atlas.infra.Settings;
import atlas.infra.dashboard.FunctionMetrics;
import atlas.infra.dashboard.HttpApiMetrics;
import atlas.infra.dashboard.Measured;
import atlas.infra.dashboard.Row;
import atlas.infra.guard.StackIdentity;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteKey;
import software.amazon.awscdk.services.apigatewayv2.IHttpApi;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.AutoScalingOptions;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.UtilizationScalingOptions;

/** The app as functions: AWS runs as many copies as there are requests, and none when there are none. */
public final class LambdaHttpApiStack extends Stack implements Measured {
    private static final ComputeOption OPTION = ComputeOption.LAMBDA_HTTP_API;
    /** Just below the 30 seconds after which an HTTP API gives up. */
    private static final Duration REQUEST_TIMEOUT = Duration.seconds(29);
    /** A sixth of the queue's visibility time-out, which AWS recommends; a poster is never given to two workers. */
    private static final Duration POSTER_TIMEOUT = Duration.minutes(2);

    private final IHttpApi api;

    public LambdaHttpApiStack(Layers layers) {
        super(layers.app(), OPTION.stackId(), StackIdentity.option(layers.settings(), OPTION));
        Settings settings = layers.settings();
        SampleApp sampleApp = new SampleApp(OPTION, layers);
        api = layers.httpApi().api();

        // 1. What runs: one handler for requests, one for posters, from the same jar on Java 25.
        JavaFunctions jar = new JavaFunctions(this, settings, ProjectFiles.FUNCTIONS_JAR, sampleApp.environment());
        Function.Builder requestHandler = jar.function(
                        "Requests", "atlas.functions.HttpApiHandler::handleRequest", REQUEST_TIMEOUT)
                .environment(doorkeeperEnvironment(sampleApp, layers));
        if (settings.snapStart()) {
            requestHandler.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
        }
        if (settings.reservedConcurrency() > 0) {
            requestHandler.reservedConcurrentExecutions(settings.reservedConcurrency());
        }
        Function requests = requestHandler.build();
        Function posters = jar.function("Posters", "atlas.functions.PosterQueueHandler::handleRequest", POSTER_TIMEOUT)
                .build();

        // 2. Where it runs: wherever AWS pleases, outside our VPC; requests go to a published version.
        Alias live = Alias.Builder.create(this, "Live")
                .aliasName("live")
                .version(requests.getCurrentVersion())
                .build();
        accept(requests, "@aws-cdk/aws-lambda:snapStartRequirePublish", "the alias calls a published version");

        // 3. How it scales: by itself; warm environments and a share of the account's concurrency are settings.
        if (settings.provisionedConcurrency() > 0) {
            live.addAutoScaling(AutoScalingOptions.builder()
                            .minCapacity(settings.provisionedConcurrency())
                            .maxCapacity(mostProvisioned(settings))
                            .build())
                    .scaleOnUtilization(UtilizationScalingOptions.builder()
                            .utilizationTarget(0.7)
                            .build());
        }

        // 4. How requests reach it: the shared HTTP API, under this option's path; posters come from its queue.
        HttpLambdaIntegration integration = new HttpLambdaIntegration("Live", live);
        for (String path : List.of(OPTION.prefix(), OPTION.prefix() + "/{proxy+}")) {
            HttpRoute route = HttpRoute.Builder.create(this, path.endsWith("+}") ? "Below" : "Root")
                    .httpApi(api)
                    .routeKey(HttpRouteKey.with(path, HttpMethod.ANY))
                    .integration(integration)
                    .build();
            accept(route, "AwsSolutions-APIG4", "a sample for everybody; allowCidr closes it");
        }
        EventSourceMapping.Builder.create(this, "PosterQueue")
                .target(posters)
                .eventSourceArn(sampleApp.queue().getQueueArn())
                .batchSize(1)
                .reportBatchItemFailures(true)
                .maxConcurrency(Math.max(2, settings.maxUnits()))
                .build();
        CfnOutput.Builder.create(this, "Url")
                .value("https://" + layers.httpApi().host() + OPTION.prefix() + "/")
                .build();

        // 5. What it may touch: the request handler asks for posters, the other makes them.
        sampleApp.grantAsking(requests.getRole());
        sampleApp.grantWorking(posters.getRole());
        posters.addToRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of("sqs:GetQueueAttributes"))
                .resources(List.of(sampleApp.queue().getQueueArn()))
                .build());

        // 6. How it stops: a frozen environment has nothing to drain. What goes wrong meanwhile raises an alarm.
        Alarms.atFirst(this, "RequestErrors", requests.metricErrors());
        Alarms.atFirst(this, "RequestThrottles", requests.metricThrottles());
        Alarms.atFirst(this, "PosterErrors", posters.metricErrors());
        Alarms.atFirst(this, "PosterThrottles", posters.metricThrottles());

        // 7. What it tells the comparison.
        new UnitMetadata(
                        OPTION,
                        "environment",
                        JavaFunctions.vcpuOf(settings.functionMemoryMiB()),
                        settings.functionMemoryMiB(),
                        settings.provisionedConcurrency(),
                        settings.reservedConcurrency())
                .addTo(this);
    }

    /** Requests as API Gateway sees them; environments and their work are those of both functions. */
    @Override
    public Row row() {
        HttpApiMetrics requests = new HttpApiMetrics(api);
        FunctionMetrics functions = new FunctionMetrics(getStackName());
        return new Row(
                OPTION,
                requests.requests(),
                requests.integrationLatency("p50"),
                requests.integrationLatency("p99"),
                requests.errors(),
                functions.environments(),
                functions.timeBusy());
    }

    /** Twice what is kept warm at all times, but never more than is reserved: Lambda would refuse that again and again. */
    private static int mostProvisioned(Settings settings) {
        int most = settings.provisionedConcurrency() * 2;
        return settings.reservedConcurrency() > 0 ? Math.min(most, settings.reservedConcurrency()) : most;
    }

    /** An HTTP API cannot be closed to some addresses, so the handler does it. */
    private static Map<String, String> doorkeeperEnvironment(SampleApp sampleApp, Layers layers) {
        Map<String, String> variables = sampleApp.environment();
        if (!layers.settings().allowCidr().isEmpty()) {
            variables.put("ATLAS_ALLOW_CIDR", Cidr.join(layers.settings().allowCidr()));
            variables.put("ATLAS_EDGE_SECRET", layers.httpApi().edgeSecret().reference());
        }
        return variables;
    }
}
