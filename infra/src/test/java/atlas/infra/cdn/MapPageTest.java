package atlas.infra.cdn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.infra.ComputeOption;
import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MapPageTest {
    private static StackTemplate cdn;

    @BeforeAll
    static void synthesize() {
        cdn = Assembly.with().stack("Cdn");
    }

    @Test
    void isReadByThisDistributionOnly() {
        List<String> allowed = cdn.named("MapPageBucketPolicy").statements().stream()
                .filter(statement -> statement.startsWith("Allow s3:GetObject "))
                .toList();

        assertEquals(
                List.of("Allow s3:GetObject on ${MapPageBucket.Arn}/* to Service cloudfront.amazonaws.com"
                        + " if StringEquals AWS:SourceArn"
                        + " arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Distribution}"),
                allowed);
        assertEquals(
                "always",
                cdn.only("AWS::CloudFront::OriginAccessControl").text("/OriginAccessControlConfig/SigningBehavior"));
    }

    @Test
    void isWhatTheSiteShowsFirst() {
        Resource distribution = cdn.only("AWS::CloudFront::Distribution");
        JsonNode origin = distribution.element(
                "/DistributionConfig/Origins",
                "Id",
                distribution.text("/DistributionConfig/DefaultCacheBehavior/TargetOriginId"));

        assertEquals("index.html", distribution.text("/DistributionConfig/DefaultRootObject"));
        assertEquals(
                "MapPageBucket", origin.at("/DomainName/Fn::GetAtt/0").asText().replaceAll("[0-9A-F]{8}$", ""));
    }

    /** The page asks each of them for tiles, so an option that only events reach is none of them. */
    @Test
    void listsEveryOptionThatHasAPath() throws JsonProcessingException {
        JsonNode options = new ObjectMapper().readTree(MapPage.optionsJson()).path("options");

        List<ComputeOption> mounted = ComputeOption.mounted().toList();
        assertEquals(mounted.size(), options.size());
        for (ComputeOption option : mounted) {
            JsonNode listed = options.get(mounted.indexOf(option));
            assertEquals(option.id(), listed.path("id").asText());
            assertEquals(option.title(), listed.path("title").asText());
            assertEquals(option.stackId(), listed.path("stack").asText());
        }
    }

    /** A new version of the page is seen within a minute, without a paid invalidation. */
    @Test
    void isAskedForAnewEveryMinute() {
        assertEquals("max-age=60", cdn.only("Custom::CDKBucketDeployment").text("/SystemMetadata/cache-control"));
    }
}
