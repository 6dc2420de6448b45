package atlas.infra.cdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ComputeOption;
import atlas.infra.WayIn;
import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CdnStackTest {
    /** AWS's managed policy AllViewerExceptHostHeader. */
    private static final String ALL_HEADERS_BUT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

    private static StackTemplate cdn;

    @BeforeAll
    static void synthesize() {
        cdn = Assembly.with().stack("Cdn");
    }

    /** Deployed or not, so that deploying one never changes the distribution. */
    @Test
    void hasABehaviourForEveryOptionThatHasAPath() {
        assertEquals(
                ComputeOption.mounted().map(option -> option.prefix() + "/*").toList(),
                behaviours()
                        .map(behaviour -> behaviour.path("PathPattern").asText())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("atlas.infra.ComputeOption#mounted")
    void passesEveryRequestOnAsItCame(ComputeOption option) {
        JsonNode behaviour = behaviour(option);

        assertEquals("GET, HEAD, OPTIONS, PUT, PATCH, POST, DELETE", ValueText.of(behaviour.path("AllowedMethods")));
        assertEquals(
                ALL_HEADERS_BUT_HOST, behaviour.path("OriginRequestPolicyId").asText());
        assertEquals("${EdgePoliciesTiles}", ValueText.of(behaviour.path("CachePolicyId")));
    }

    @ParameterizedTest
    @MethodSource("atlas.infra.ComputeOption#mounted")
    void leadsToTheOptionsWayIn(ComputeOption option) {
        JsonNode origin = distribution()
                .element(
                        "/DistributionConfig/Origins",
                        "Id",
                        behaviour(option).path("TargetOriginId").asText());

        assertEquals(
                option.wayIn() instanceof WayIn.LoadBalancer
                        ? "${Web/LoadBalancer.DNSName}"
                        : "${HttpApi/Api}.execute-api.us-east-1.${AWS::URLSuffix}",
                ValueText.of(origin.path("DomainName")));
    }

    /** The same tile with another number of iterations is another picture. */
    @Test
    void iterationsAreInTheCacheKey() {
        JsonNode key = cdn.only("AWS::CloudFront::CachePolicy")
                .get("/CachePolicyConfig/ParametersInCacheKeyAndForwardedToOrigin");

        assertEquals(
                "whitelist", key.at("/QueryStringsConfig/QueryStringBehavior").asText());
        assertEquals("iterations", ValueText.of(key.at("/QueryStringsConfig/QueryStrings")));
        assertEquals("none", key.at("/HeadersConfig/HeaderBehavior").asText());
        assertEquals("none", key.at("/CookiesConfig/CookieBehavior").asText());
    }

    @Test
    void leavesTheTimeToLiveToTheApp() {
        Resource policy = cdn.only("AWS::CloudFront::CachePolicy");

        assertEquals("0", policy.text("/CachePolicyConfig/MinTTL"));
        assertEquals("0", policy.text("/CachePolicyConfig/DefaultTTL"));
        assertEquals("31536000", policy.text("/CachePolicyConfig/MaxTTL"));
    }

    /** CloudFront would else keep an error for ten seconds. */
    @Test
    void errorsAreNeverCached() {
        List<JsonNode> responses = Json.elements(distribution().get("/DistributionConfig/CustomErrorResponses"))
                .toList();

        assertEquals(
                List.of(400, 403, 404, 405, 414, 500, 501, 502, 503, 504),
                responses.stream()
                        .map(response -> response.path("ErrorCode").asInt())
                        .toList());
        responses.forEach(response -> {
            assertEquals(0, response.path("ErrorCachingMinTTL").asInt(-1));
            assertTrue(response.path("ResponsePagePath").isMissingNode(), "the app's own words are replaced");
        });
    }

    @Test
    void sendsEverybodyToHttps() {
        everyBehaviour()
                .forEach(behaviour -> assertEquals(
                        "redirect-to-https",
                        behaviour.path("ViewerProtocolPolicy").asText()));
    }

    @Test
    void setsSecurityHeadersOnEveryAnswer() {
        everyBehaviour()
                .forEach(behaviour -> assertEquals(
                        "${EdgePoliciesSecurityHeaders}", ValueText.of(behaviour.path("ResponseHeadersPolicyId"))));
        JsonNode headers = cdn.only("AWS::CloudFront::ResponseHeadersPolicy")
                .get("/ResponseHeadersPolicyConfig/SecurityHeadersConfig");
        assertEquals("FrameOption DENY, Override true", ValueText.of(headers.path("FrameOptions")));
        assertEquals("Override true", ValueText.of(headers.path("ContentTypeOptions")));
        assertEquals(
                "AccessControlMaxAgeSec 31536000, Override true",
                ValueText.of(headers.path("StrictTransportSecurity")));
    }

    @Test
    void reachesTheLoadBalancerThroughTheVpc() {
        Resource vpcOrigin = cdn.only("AWS::CloudFront::VpcOrigin");

        assertEquals("${Web/LoadBalancer}", vpcOrigin.text("/VpcOriginEndpointConfig/Arn"));
        assertEquals("http-only", vpcOrigin.text("/VpcOriginEndpointConfig/OriginProtocolPolicy"));
        assertEquals("", vpcOrigin.text("/VpcOriginEndpointConfig/HTTPPort"), "the listener's port 80 is the default");
    }

    @Test
    void logsWhoAskedForWhat() {
        assertEquals(
                "${AccessLogsBucket.RegionalDomainName}", distribution().text("/DistributionConfig/Logging/Bucket"));
        // Standard logging writes with an access control list, which new buckets refuse.
        assertEquals(
                "BucketOwnerPreferred",
                cdn.named("AccessLogsBucket").text("/OwnershipControls/Rules/0/ObjectOwnership"));
    }

    /** Deleted last, since CloudFront writes on for minutes. */
    @Test
    void keepsTheLogsBucketAsLongAsItself() {
        assertTrue(distribution().dependsOn().contains("AccessLogsBucket"));
    }

    @Test
    void needsNoDomain() {
        assertEquals("", distribution().text("/DistributionConfig/Aliases"));
        assertEquals("", distribution().text("/DistributionConfig/ViewerCertificate"));
        assertEquals("https://${Distribution.DomainName}/", cdn.output("Url"));
    }

    @Test
    void takesADomainWithItsCertificate() {
        StackTemplate named = Assembly.with("domain=atlas.example.com", "zoneId=Z0123456789ABCDEFGHIJ")
                .stack("Cdn");
        Resource distribution = named.only("AWS::CloudFront::Distribution");

        assertEquals("atlas.example.com", distribution.text("/DistributionConfig/Aliases"));
        assertEquals("TLSv1.2_2021", distribution.text("/DistributionConfig/ViewerCertificate/MinimumProtocolVersion"));
        assertTrue(distribution.has("/DistributionConfig/ViewerCertificate/AcmCertificateArn"));
        assertEquals("https://atlas.example.com/", named.output("Url"));
    }

    /** A certificate for a zone that nobody asks yet would wait for its proof for hours. */
    @Test
    void doesWithoutADomainThatIsNotDelegated() {
        StackTemplate waiting = Assembly.with("domain=atlas.example.com").stack("Cdn");

        assertEquals(cdn.json(), waiting.json());
    }

    @Test
    void keepsLogsInProduction() {
        StackTemplate production = Assembly.with("profile=production").stack("Cdn");

        assertEquals(
                "Retain",
                production
                        .named("AccessLogsBucket")
                        .json()
                        .path("DeletionPolicy")
                        .asText());
    }

    @Test
    void exportsAFixedSet() {
        assertEquals(List.of("${Distribution.DomainName}"), cdn.exports());
    }

    private static Resource distribution() {
        return cdn.only("AWS::CloudFront::Distribution");
    }

    private static Stream<JsonNode> behaviours() {
        return Json.elements(distribution().get("/DistributionConfig/CacheBehaviors"));
    }

    private static Stream<JsonNode> everyBehaviour() {
        return Stream.concat(behaviours(), Stream.of(distribution().get("/DistributionConfig/DefaultCacheBehavior")));
    }

    private static JsonNode behaviour(ComputeOption option) {
        return distribution().element("/DistributionConfig/CacheBehaviors", "PathPattern", option.prefix() + "/*");
    }
}
