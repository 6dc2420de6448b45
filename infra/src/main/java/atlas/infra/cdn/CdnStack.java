package atlas.infra.cdn;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.ComputeOption;
import atlas.infra.Domain;
import atlas.infra.Layers;
import atlas.infra.Settings;
import atlas.infra.WayIn;
import atlas.infra.guard.EdgeTags;
import atlas.infra.guard.StackIdentity;
import atlas.infra.web.EdgeSecret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.ErrorResponse;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IDistribution;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.IVpcOrigin;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.VpcOriginEndpoint;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cloudfront.origins.VpcOrigin;
import software.amazon.awscdk.services.cloudfront.origins.VpcOriginProps;

/**
 * CloudFront: the map page at the root, and every option under its id whether it is deployed or not, so that deploying one
 * never changes the distribution.
 */
public final class CdnStack extends Stack {
    /** Answers that would else stay in the cache for ten seconds and hide that an option came back. */
    private static final List<Integer> ERRORS_NEVER_CACHED = List.of(400, 403, 404, 405, 414, 500, 501, 502, 503, 504);

    private final Distribution distribution;
    private final String siteHost;

    public CdnStack(Layers layers) {
        super(layers.app(), "Cdn", StackIdentity.edge(layers.settings(), "Cdn", "CloudFront, and the map page"));
        Settings settings = layers.settings();

        AccessLogs accessLogs = new AccessLogs(this, settings.profile());
        EdgePolicies policies = new EdgePolicies(this, settings);
        Distribution.Builder builder = Distribution.Builder.create(this, "Distribution")
                .comment("Compute Atlas")
                .defaultRootObject("index.html")
                .defaultBehavior(policies.page(new MapPage(this, layers).origin()))
                .additionalBehaviors(behaviors(layers, policies))
                .errorResponses(ERRORS_NEVER_CACHED.stream()
                        .map(status -> ErrorResponse.builder()
                                .httpStatus(status)
                                .ttl(Duration.seconds(0))
                                .build())
                        .toList())
                .httpVersion(HttpVersion.HTTP2_AND_3)
                .priceClass(PriceClass.PRICE_CLASS_100)
                .enableIpv6(settings.allowCidr().isEmpty())
                .enableLogging(true)
                .logBucket(accessLogs.bucket());
        if (settings.domain() instanceof Domain.Delegated domain) {
            builder.domainNames(List.of(domain.name()))
                    .certificate(layers.edgeCertificate(domain).certificate())
                    .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021);
        }
        distribution = builder.build();
        // So it is deleted first: it would else write on, for minutes, into a bucket that has been emptied already.
        distribution.getNode().addDependency(accessLogs);
        siteHost = settings.domain() instanceof Domain.Delegated domain
                ? domain.name()
                : distribution.getDistributionDomainName();

        accept(distribution, "AwsSolutions-CFR1", "a sample for everybody; allowCidr closes it");
        accept(
                distribution,
                "AwsSolutions-CFR2",
                "a firewall costs more than all else at rest; allowCidr closes the site");
        accept(
                distribution,
                "AwsSolutions-CFR4",
                "CloudFront's own certificate allows no choice; with a domain it is TLS 1.2");

        exportValue(distribution.getDistributionDomainName());
        CfnOutput.Builder.create(this, "Url")
                .description("The map page")
                .value("https://" + siteHost + "/")
                .build();
        EdgeTags.add(settings, "Cdn", this);
    }

    public IDistribution distribution() {
        return distribution;
    }

    /** The domain, or CloudFront's own name. */
    public String siteHost() {
        return siteHost;
    }

    /** Where visitors find an option. */
    public String urlOf(ComputeOption option) {
        return "https://" + siteHost + option.prefix() + "/";
    }

    private Map<String, BehaviorOptions> behaviors(Layers layers, EdgePolicies policies) {
        IOrigin loadBalancer = VpcOrigin.withVpcOrigin(
                privateWayIn(layers),
                VpcOriginProps.builder()
                        .domainName(layers.web().loadBalancer().getLoadBalancerDnsName())
                        .readTimeout(Duration.seconds(30))
                        .build());
        IOrigin httpApi = HttpOrigin.Builder.create(layers.httpApi().host())
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .readTimeout(Duration.seconds(30))
                .customHeaders(
                        Map.of(EdgeSecret.HEADER, layers.httpApi().edgeSecret().reference()))
                .build();
        Map<String, BehaviorOptions> behaviors = new LinkedHashMap<>();
        ComputeOption.mounted()
                .forEach(option -> behaviors.put(
                        option.prefix() + "/*",
                        policies.option(option.wayIn() instanceof WayIn.HttpApi ? httpApi : loadBalancer)));
        return behaviors;
    }

    /** A thing of its own, since CloudFront refuses every change to it while it is in use. */
    private IVpcOrigin privateWayIn(Layers layers) {
        return software.amazon.awscdk.services.cloudfront.VpcOrigin.Builder.create(this, "PrivateWayIn")
                .endpoint(VpcOriginEndpoint.applicationLoadBalancer(layers.web().loadBalancer()))
                .protocolPolicy(OriginProtocolPolicy.HTTP_ONLY)
                .build();
    }
}
