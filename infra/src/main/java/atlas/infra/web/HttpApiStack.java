package atlas.infra.web;

import atlas.infra.Layers;
import atlas.infra.guard.StackIdentity;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IHttpApi;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.logs.LogGroup;

/** The HTTP API that all functions share. Its throttle is their brake: beyond it API Gateway answers 429 itself. */
public final class HttpApiStack extends Stack {
    private static final int REQUESTS_PER_SECOND = 50;
    private static final int BURST = 100;

    private static final String ACCESS_LOG_FORMAT =
            "{\"time\":\"$context.requestTime\",\"ip\":\"$context.identity.sourceIp\","
                    + "\"method\":\"$context.httpMethod\",\"path\":\"$context.path\",\"status\":\"$context.status\","
                    + "\"bytes\":\"$context.responseLength\",\"millis\":\"$context.responseLatency\","
                    + "\"integrationError\":\"$context.integrationErrorMessage\",\"requestId\":\"$context.requestId\"}";

    private final HttpApi api;
    private final EdgeSecret edgeSecret;

    public HttpApiStack(Layers layers) {
        super(layers.app(), "HttpApi", StackIdentity.layer(layers.settings(), "HttpApi", "API Gateway for functions"));

        api = HttpApi.Builder.create(this, "Api")
                .description("Compute Atlas: every option that is a function, each under its id")
                .createDefaultStage(false)
                .build();
        LogGroup accessLogs = LogGroup.Builder.create(this, "AccessLogs")
                .retention(layers.settings().profile().logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        HttpStage stage = HttpStage.Builder.create(this, "DefaultStage")
                .httpApi(api)
                .autoDeploy(true)
                .throttle(ThrottleSettings.builder()
                        .rateLimit(REQUESTS_PER_SECOND)
                        .burstLimit(BURST)
                        .build())
                .build();
        ((CfnStage) stage.getNode().getDefaultChild())
                .setAccessLogSettings(CfnStage.AccessLogSettingsProperty.builder()
                        .destinationArn(accessLogs.getLogGroupArn())
                        .format(ACCESS_LOG_FORMAT)
                        .build());

        exportValue(api.getApiId());
        edgeSecret = new EdgeSecret(this);
    }

    public IHttpApi api() {
        return api;
    }

    /** What CloudFront proves itself with when not everybody may come in. */
    public EdgeSecret edgeSecret() {
        return edgeSecret;
    }

    /** Host name of the API, without a scheme. */
    public String host() {
        return "%s.execute-api.%s.%s".formatted(api.getApiId(), getRegion(), getUrlSuffix());
    }
}
