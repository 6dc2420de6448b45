package atlas.infra.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.infra.ComputeOption;
import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DnsStackTest {
    private static StackTemplate byDefault;
    private static StackTemplate withDomain;

    @BeforeAll
    static void synthesize() {
        byDefault = Assembly.with().stack("Dns");
        withDomain = Assembly.with("domain=atlas.example.com", "zoneId=Z0123456789ABCDEFGHIJ")
                .stack("Dns");
    }

    @Test
    void namesEveryOptionBehindTheLoadBalancerInsideTheVpc() {
        assertEquals(
                ComputeOption.behindLoadBalancer()
                        .map(option -> option.id() + ".atlas.internal.")
                        .toList(),
                byDefault.all("AWS::Route53::RecordSet").stream()
                        .map(rule -> rule.text("/Name"))
                        .toList());
        byDefault
                .all("AWS::Route53::RecordSet")
                .forEach(name ->
                        assertEquals("dualstack.${Web/LoadBalancer.DNSName}", name.text("/AliasTarget/DNSName")));
        assertEquals(
                "${Network/Vpc}", byDefault.only("AWS::Route53::HostedZone").text("/VPCs/0/VPCId"));
    }

    @Test
    void letsWearersOfOneSecurityGroupCallByName() {
        Resource rule = byDefault.only("AWS::EC2::SecurityGroupIngress");

        assertEquals("${Web/LoadBalancerGroup.GroupId}", rule.text("/GroupId"));
        assertEquals("${PrivateNamesClients.GroupId}", rule.text("/SourceSecurityGroupId"));
        assertEquals("80", rule.text("/FromPort"));
        assertEquals("80", rule.text("/ToPort"));
        assertEquals("${PrivateNamesClients.GroupId}", byDefault.output("ClientsGroup"));
    }

    @Test
    void pointsTheDomainAtCloudFrontForBothKindsOfAddress() {
        List<Resource> records = withDomain.all("AWS::Route53::RecordSet");

        assertEquals(
                List.of("A", "AAAA"),
                records.stream().map(rule -> rule.text("/Type")).toList());
        for (Resource rule : records) {
            assertEquals("atlas.example.com.", rule.text("/Name"));
            assertEquals("Z0123456789ABCDEFGHIJ", rule.text("/HostedZoneId"));
            assertEquals("${Cdn/Distribution.DomainName}", rule.text("/AliasTarget/DNSName"));
        }
        withDomain.assertions().resourceCountIs("AWS::Route53::HostedZone", 0);
    }

    @Test
    void onlyMakesTheZoneOfADomainThatIsNotDelegated() {
        StackTemplate waiting = Assembly.with("domain=atlas.example.com").stack("Dns");

        assertEquals(
                List.of("AWS::Route53::HostedZone"),
                waiting.all().stream().map(Resource::type).toList());
        assertEquals("atlas.example.com.", waiting.all().get(0).text("/Name"));
        assertEquals("${UndelegatedZone.NameServers}", waiting.output("NameServers"));
        assertEquals("${UndelegatedZone}", waiting.output("ZoneId"));
    }

    /** Its name servers are entered at a registrar: a new zone would have others. */
    @Test
    void keepsAZoneThatSomebodyMayHaveDelegated() {
        assertEquals(
                "Retain",
                Assembly.with("domain=atlas.example.com")
                        .stack("Dns")
                        .only("AWS::Route53::HostedZone")
                        .json()
                        .path("DeletionPolicy")
                        .asText());
    }

    @Test
    void looksWhetherTheSiteIsUp() {
        assertEquals("${Cdn/Distribution.DomainName}", health(byDefault, "FullyQualifiedDomainName"));
        assertEquals("atlas.example.com", health(withDomain, "FullyQualifiedDomainName"));
        assertEquals("HTTPS", health(byDefault, "Type"));
        assertEquals("/index.html", health(byDefault, "ResourcePath"));
    }

    /** Route 53 asks from addresses of its own, which a closed site answers 403. */
    @Test
    void doesNotLookAtAClosedSite() {
        Assembly.with("allowCidr=203.0.113.0/24")
                .stack("Dns")
                .assertions()
                .resourceCountIs("AWS::Route53::HealthCheck", 0);
    }

    private static String health(StackTemplate dns, String property) {
        return dns.only("AWS::Route53::HealthCheck").text("/HealthCheckConfig/" + property);
    }
}
