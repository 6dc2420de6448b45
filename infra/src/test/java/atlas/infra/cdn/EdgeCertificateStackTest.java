package atlas.infra.cdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EdgeCertificateStackTest {
    private static Assembly abroad;

    @BeforeAll
    static void synthesize() {
        abroad = Assembly.with("region=eu-west-1", "domain=atlas.example.com", "zoneId=Z0123456789ABCDEFGHIJ");
    }

    @Test
    void livesWhereCloudFrontLooksForIt() {
        assertEquals(
                "aws://unknown-account/us-east-1",
                abroad.manifest().at("/artifacts/EdgeCertificate/environment").asText());
        assertEquals(
                "aws://unknown-account/eu-west-1",
                abroad.manifest().at("/artifacts/Cdn/environment").asText());
    }

    @Test
    void provesItselfInTheDomainsZone() {
        Resource certificate = abroad.stack("EdgeCertificate").only("AWS::CertificateManager::Certificate");

        assertEquals("atlas.example.com", certificate.text("/DomainName"));
        assertEquals("DNS", certificate.text("/ValidationMethod"));
        assertEquals("Z0123456789ABCDEFGHIJ", certificate.text("/DomainValidationOptions/0/HostedZoneId"));
    }

    @Test
    void isReadAcrossRegionsWithoutCustomResources() {
        Resource distribution = abroad.stack("Cdn").only("AWS::CloudFront::Distribution");

        assertTrue(distribution
                .get("/DistributionConfig/ViewerCertificate/AcmCertificateArn")
                .has("Fn::GetStackOutput"));
        abroad.stackIds().forEach(stack -> abroad.stack(stack)
                .all()
                .forEach(resource ->
                        assertFalse(resource.type().startsWith("Custom::CrossRegion"), resource.logicalId())));
    }

    @Test
    void isAbsentWithoutADomain() {
        assertFalse(Assembly.with().stackIds().contains("EdgeCertificate"));
        assertFalse(Assembly.with("domain=atlas.example.com").stackIds().contains("EdgeCertificate"));
    }
}
