package atlas.infra.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ComputeOption;
import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebStackTest {
    private static StackTemplate sandbox;
    private static StackTemplate production;

    @BeforeAll
    static void synthesize() {
        sandbox = Assembly.with().stack("Web");
        production = Assembly.with("profile=production").stack("Web");
    }

    @Test
    void isNotOnTheInternet() {
        assertEquals("internal", loadBalancer(sandbox).text("/Scheme"));
        assertEquals(
                "${Network/VpcPrivateSubnet1Subnet}, ${Network/VpcPrivateSubnet2Subnet}",
                loadBalancer(sandbox).text("/Subnets"));
    }

    @Test
    void admitsOnlyCloudFront() {
        Resource rule = sandbox.only("AWS::EC2::SecurityGroupIngress");

        assertEquals("pl-3b927c52", rule.text("/SourcePrefixListId"));
        assertEquals("tcp", rule.text("/IpProtocol"));
        assertEquals("80", rule.text("/FromPort"));
        assertEquals("80", rule.text("/ToPort"));
        assertEquals("${LoadBalancerGroup.GroupId}", rule.text("/GroupId"));
        assertEquals("", sandbox.only("AWS::EC2::SecurityGroup").text("/SecurityGroupIngress"));
        assertEquals("${LoadBalancerGroup.GroupId}", loadBalancer(sandbox).text("/SecurityGroups"));
    }

    /** Without a rule of its own it could go everywhere; what may be reached, each option says in its own stack. */
    @Test
    void goesNowhereButToOptions() {
        assertEquals(
                "255.255.255.255/32", sandbox.only("AWS::EC2::SecurityGroup").text("/SecurityGroupEgress/0/CidrIp"));
        assertEquals(
                1,
                sandbox.only("AWS::EC2::SecurityGroup")
                        .get("/SecurityGroupEgress")
                        .size());
        sandbox.assertions().resourceCountIs("AWS::EC2::SecurityGroupEgress", 0);
    }

    @Test
    void knowsCloudFrontsAddressesInOtherRegions() {
        assertEquals("pl-4fa04526", prefixList("region=eu-west-1"));
        assertEquals(
                "pl-0123456789abcdef0", prefixList("region=mx-central-1", "cloudFrontPrefixList=pl-0123456789abcdef0"));
    }

    @Test
    void answersForAbsentOptionsWithTheIdsThereAre() throws JsonProcessingException {
        Resource listener = sandbox.only("AWS::ElasticLoadBalancingV2::Listener");
        JsonNode answer = listener.get("/DefaultActions/0/FixedResponseConfig");
        JsonNode body = new ObjectMapper().readTree(answer.path("MessageBody").asText());

        assertEquals("404", answer.path("StatusCode").asText());
        assertEquals("application/json", answer.path("ContentType").asText());
        assertEquals(404, body.path("status").asInt());
        assertEquals(
                ComputeOption.behindLoadBalancer().map(ComputeOption::id).toList(),
                Json.elements(body.path("options")).map(JsonNode::asText).toList());
        // What a load balancer takes as a fixed answer.
        assertTrue(answer.path("MessageBody").asText().length() <= 1024);
    }

    @Test
    void hasOneListenerAndNoRuleOfItsOwn() {
        Resource listener = sandbox.only("AWS::ElasticLoadBalancingV2::Listener");

        assertEquals("80", listener.text("/Port"));
        assertEquals("HTTP", listener.text("/Protocol"));
        sandbox.assertions().resourceCountIs("AWS::ElasticLoadBalancingV2::ListenerRule", 0);
    }

    /** A header with odd characters can mean one thing to the load balancer and another to the server. */
    @Test
    void dropsInvalidHeaders() {
        assertEquals("true", attribute(sandbox, "routing.http.drop_invalid_header_fields.enabled"));
    }

    @Test
    void logsWhoAskedForWhat() {
        assertEquals("true", attribute(sandbox, "access_logs.s3.enabled"));
        assertEquals("${AccessLogs}", attribute(sandbox, "access_logs.s3.bucket"));
        assertEquals("90", sandbox.named("AccessLogs").text("/LifecycleConfiguration/Rules/0/ExpirationInDays"));
        assertTrue(loadBalancer(sandbox).dependsOn().contains("AccessLogsPolicy"));
    }

    /** Each region has an account of its own that delivers the logs; newer regions have a service principal. */
    @Test
    void letsTheLoadBalancersOfItsRegionWriteLogs() {
        assertTrue(logPolicy("region=eu-west-1").contains("arn:aws:iam::156460612806:root"));
        assertTrue(logPolicy().contains("arn:aws:iam::127311923021:root"));
    }

    @Test
    void isGuardedInProduction() {
        assertEquals("true", attribute(production, "deletion_protection.enabled"));
        assertEquals(
                "Retain",
                production.named("AccessLogs").json().path("DeletionPolicy").asText());
    }

    @Test
    void leavesNothingBehindInTheSandbox() {
        assertEquals("false", attribute(sandbox, "deletion_protection.enabled"));
        assertEquals(
                "Delete",
                sandbox.named("AccessLogs").json().path("DeletionPolicy").asText());
        sandbox.assertions().resourceCountIs("Custom::S3AutoDeleteObjects", 1);
    }

    @Test
    void exportsAFixedSet() {
        assertEquals(
                List.of(
                        "${LoadBalancer.CanonicalHostedZoneID}",
                        "${LoadBalancer.DNSName}",
                        "${LoadBalancerGroup.GroupId}",
                        "${LoadBalancerHttp}",
                        "${LoadBalancer}"),
                sandbox.exports().stream().sorted().toList());
    }

    private static Resource loadBalancer(StackTemplate web) {
        return web.only("AWS::ElasticLoadBalancingV2::LoadBalancer");
    }

    private static String attribute(StackTemplate web, String key) {
        return loadBalancer(web).attribute("/LoadBalancerAttributes", key);
    }

    private static String prefixList(String... settings) {
        return Assembly.with(settings)
                .stack("Web")
                .only("AWS::EC2::SecurityGroupIngress")
                .text("/SourcePrefixListId");
    }

    private static String logPolicy(String... settings) {
        return String.join(
                "\n",
                Assembly.with(settings).stack("Web").named("AccessLogsPolicy").statements());
    }
}
