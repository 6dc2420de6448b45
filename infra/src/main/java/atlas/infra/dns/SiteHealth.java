package atlas.infra.dns;

import software.amazon.awscdk.services.route53.CfnHealthCheck;
import software.constructs.Construct;

/**
 * Asks for the map page from several places of the world. Not made with {@code allowCidr}, where Route 53's own addresses
 * would be answered 403.
 */
final class SiteHealth extends Construct {
    private static final int SECONDS_BETWEEN_REQUESTS = 30;
    private static final int FAILURES_TO_BE_UNHEALTHY = 3;

    SiteHealth(Construct scope, String host) {
        super(scope, "SiteHealth");
        CfnHealthCheck.Builder.create(this, "HealthCheck")
                .healthCheckConfig(CfnHealthCheck.HealthCheckConfigProperty.builder()
                        .type("HTTPS")
                        .fullyQualifiedDomainName(host)
                        .port(443)
                        .resourcePath("/index.html")
                        .requestInterval(SECONDS_BETWEEN_REQUESTS)
                        .failureThreshold(FAILURES_TO_BE_UNHEALTHY)
                        .enableSni(true)
                        .build())
                .build();
    }
}
