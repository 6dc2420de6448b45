package atlas.compare.prices.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.BadInput;
import atlas.compare.prices.Price;
import atlas.compare.prices.PriceBook;
import atlas.compare.prices.PriceBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class MatchersTest {
    private static final Iterable<String> REGIONS = PriceBooks.REGIONS;
    private static final Matchers MATCHERS = Matchers.of("us-east-1");

    @ParameterizedTest
    @FieldSource("REGIONS")
    void countInTheUnitsOfTheSnapshot(String region) {
        Matchers matchers = Matchers.of(region);
        for (Price price : PriceBooks.of(region).all()) {
            matchers.forKey(price.key()).ifPresent(matcher -> assertEquals(price.unit(), matcher.unit(), price.key()));
        }
    }

    @Test
    void areEachForAKeyThatThereIs() {
        PriceBook prices = PriceBooks.of("us-east-1");
        for (Matcher matcher : MATCHERS.all()) {
            assertTrue(
                    prices.all().stream()
                            .anyMatch(price -> matcher.forKey(price.key()).isPresent()),
                    matcher.key());
        }
    }

    @Test
    void areOneAKey() {
        for (Price price : PriceBooks.of("us-east-1").all()) {
            long many = MATCHERS.all().stream()
                    .filter(matcher -> matcher.forKey(price.key()).isPresent())
                    .count();
            assertTrue(many <= 1, price.key());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ec2:ondemand:linux:m7i-flex.large, BoxUsage:m7i-flex.large",
        "ec2:dedicated-host:mac1, HostUsage:mac1",
        "ec2:dedicated-host:m5:ri-3y-no-upfront, HostUsage:m5",
        "rds:postgres:db.t4g.micro:multi, Multi-AZUsage:db.t4g.micro",
    })
    void putWhatDiffersIntoTheUsageType(String key, String usagetype) {
        assertEquals(usagetype, MATCHERS.forKey(key).orElseThrow().where().get("usagetype"));
    }

    @ParameterizedTest
    @CsvSource({"us-east-1, US-", "eu-west-1, EU-", "ap-northeast-2, AP-"})
    void takeTheEdgeThatServesTheRegion(String region, String edge) {
        Matcher matcher = Matchers.of(region).forKey("cloudfront:dto").orElseThrow();
        assertEquals(edge + "DataTransfer-Out-Bytes", matcher.where().get("usagetype"));
        assertEquals(
                "offers/v1.0/aws/AmazonCloudFront/current/index.csv",
                matcher.offer().path());
    }

    @Test
    void refuseARegionTheyDoNotKnow() {
        assertEquals(
                "matchers.yaml does not say what AWS calls eu-west-7 in usage types",
                assertThrows(BadInput.class, () -> Matchers.of("eu-west-7")).getMessage());
    }
}
