package atlas.compare.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import atlas.compare.RealAssembly;
import atlas.compare.bill.meter.Meters;
import atlas.compare.template.SetUps;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerTest {
    @ParameterizedTest
    @CsvSource({
        "AWS::Route53::RecordSet, DNS",
        "AWS::Route53Resolver::ResolverEndpoint, NETWORK",
        "AWS::CloudFront::Distribution, CDN",
        "AWS::ElasticLoadBalancingV2::TargetGroup, WEB",
        "AWS::Lambda::Url, WEB",
        "AWS::Lambda::Function, COMPUTE",
        "AWS::EC2::Instance, COMPUTE",
        "AWS::EC2::InstanceConnectEndpoint, NETWORK",
        "AWS::EC2::SecurityGroup, NETWORK",
        "AWS::EC2::Volume, STORAGE",
        "AWS::ElastiCache::ServerlessCache, CACHE",
        "AWS::DynamoDB::Table, DATABASE",
        "AWS::SQS::Queue, MESSAGING",
        "AWS::S3::Bucket, STORAGE",
        "Custom::CDKBucketDeployment, ASSETS",
        "AWS::ECR::Repository, REGISTRY",
        "AWS::SSM::Parameter, SECURITY",
        "AWS::SSM::MaintenanceWindow, DEPLOYMENT",
        "AWS::Logs::LogGroup, MONITORING",
        "Custom::S3AutoDeleteObjects, DEPLOYMENT",
        "Acme::Rocket::Launchpad, OTHER",
        "'', OTHER",
    })
    void isThatOfTheLongestBeginningThatFits(String type, Layer layer) {
        assertEquals(layer, Layer.of(type));
    }

    /** Whatever has a price, or is known to have none. */
    @Test
    void isKnownOfEveryTypeThatABillKnows() throws IOException {
        try (BufferedReader types = new BufferedReader(
                new InputStreamReader(Meters.class.getResourceAsStream("free-types.txt"), StandardCharsets.UTF_8))) {
            List<String> without = types.lines()
                    .filter(line -> line.startsWith("AWS::"))
                    .filter(type -> Layer.of(type) == Layer.OTHER)
                    .toList();
            assertEquals(List.of(), without);
        }
    }

    @Test
    void isKnownOfEverythingThatWeCreate() {
        Set<String> without = SetUps.whole(RealAssembly.folder(), "us-east-1")
                .resources()
                .map(resource -> resource.type())
                .filter(type -> Layer.of(type) == Layer.OTHER)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), without);
    }

    @Test
    void isNeverSharedByTwoBeginnings() {
        List<String> beginnings =
                TypeTable.rows("layers.csv").stream().map(row -> row.get(0)).toList();
        assertNotEquals(List.of(), beginnings);
        assertEquals(beginnings.size(), Set.copyOf(beginnings).size());
    }
}
