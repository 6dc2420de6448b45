package atlas.compare.prices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.BadInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class SnapshotTest {
    private static final Iterable<String> REGIONS = PriceBooks.REGIONS;

    /** As published: of a million, of ten thousand, of a thousand; here worked out by hand for one. */
    @ParameterizedTest
    @CsvSource({
        "us-east-1, ec2:ondemand:linux:t4g.small, hour, 0.0168, read",
        "us-east-1, lambda:requests, request, 0.0000002, read",
        "us-east-1, lambda:arm:gb-s, GB-s, 0.0000133334, read",
        "us-east-1, fargate:arm:vcpu, vCPU-hour, 0.03238, read",
        "us-east-1, fargate-spot:x86:gb, GB-hour, 0.00141527, read",
        "us-east-1, fargate:csp-3y-no-upfront:arm:vcpu, vCPU-hour, 0.01749, read",
        "us-east-1, elb:alb:lcu, LCU-hour, 0.008, read",
        "us-east-1, apigw:http, request, 0.000001, read",
        "us-east-1, cloudfront:https-requests, request, 0.000001, read",
        "us-east-1, s3:put, request, 0.000005, read",
        "us-east-1, dynamodb:ondemand:wru, request unit, 0.000000625, read",
        "us-east-1, eventbridge:custom, 64 KB chunk, 0.000001, read",
        "us-east-1, kinesis:put, 25 KB unit, 0.000000014, read",
        "us-east-1, stepfunctions:standard, transition, 0.000025, read",
        "us-east-1, ecs:managed-instances:fee, fraction, 0.12, read",
        "us-east-1, ec2:sp:discount:compute:1y, fraction, 0.32, estimate",
        "us-east-1, ec2:cpu-credit:t4g, vCPU-hour, 0.04, unverified",
        "us-east-1, ec2:dedicated-instance:region-fee, hour, 2, unverified",
        "us-east-1, lightsail:container:nano-1, node-month, 7, read",
        "us-east-1, ebs:gp3-throughput, MBps-month, 0.04, read",
        "us-east-1, vpc:public-ipv4:in-use, hour, 0.005, read",
        "eu-west-1, vpc:nat-gateway:hour, hour, 0.048, read",
        "eu-west-1, vpc:nat-gateway:gb, GB, 0.048, estimate",
        "eu-west-1, cloudfront:https-requests, request, 0.0000012, read",
        "ap-northeast-2, cloudfront:dto, GB, 0.12, read",
        "ap-northeast-2, cw:logs:ingest, GB, 0.76, read",
        "ap-northeast-2, route53:zone, month, 0.5, read",
    })
    void holdsTheReviewedPrice(String region, String key, String unit, BigDecimal usd, String confidence) {
        Price price = PriceBooks.of(region).find(key).orElseThrow();
        assertEquals(unit, price.unit());
        assertEquals(usd, price.first());
        assertEquals(confidence, price.confidence().title());
    }

    @ParameterizedTest
    @CsvSource({
        // 10 TB at 0.09, 40 TB at 0.085, 100 TB at 0.07, 10 TB at 0.05
        "us-east-1, dto:internet, 163840, 12083.2",
        // 6 billion at 0.0000166667, 1 at 0.000015
        "us-east-1, lambda:x86:gb-s, 6000000001, 100000.200015",
        // 300 million at 1.00 a million, 700 million at 0.90
        "us-east-1, apigw:http, 1000000000, 930",
        "us-east-1, s3:standard, 102400, 2304.0",
        // 10 TB at 0.085, 40 at 0.08, 100 at 0.06, 50 at 0.04
        "us-east-1, cloudfront:dto, 204800, 12339.2",
        "ap-northeast-2, dto:internet, 20480, 2539.52",
    })
    void pricesEachUnitByItsTier(String region, String key, BigDecimal quantity, BigDecimal amount) {
        assertEquals(
                0,
                amount.compareTo(PriceBooks.of(region).find(key).orElseThrow().of(quantity)));
    }

    @ParameterizedTest
    @CsvSource({
        "eu-west-1, lambda:x86:gb-s, 6000000000",
        "ap-northeast-2, lambda:arm:gb-s, 7500000000",
        "eu-west-1, apigw:http, 300000000",
        "us-east-1, cw:metric:custom, 10000",
    })
    void endsWhereTheNextTierIsNotKnown(String region, String key, BigDecimal upTo) {
        Price price = PriceBooks.of(region).find(key).orElseThrow();
        assertTrue(price.covers(upTo));
        assertFalse(price.covers(upTo.add(BigDecimal.ONE)));
    }

    @Test
    void measuresAKeyInTheSameUnitEverywhere() {
        Map<String, String> units = new HashMap<>();
        for (String region : REGIONS) {
            for (Price price : PriceBooks.of(region).all()) {
                assertEquals(units.computeIfAbsent(price.key(), key -> price.unit()), price.unit(), price.key());
            }
        }
    }

    @Test
    void tellsWhatIsNotKnownAndWhy() {
        Snapshot seoul = PriceBooks.snapshot("ap-northeast-2");
        assertEquals(
                "service NOT offered in Seoul; Tokyo 0.081 / 0.009",
                seoul.notKnown().get("apprunner:active:vcpu"));
        seoul.notKnown()
                .keySet()
                .forEach(key -> assertEquals(Optional.empty(), seoul.prices().find(key)));
    }

    /** Then a refresh changes nothing but the prices that it found. */
    @ParameterizedTest
    @FieldSource("REGIONS")
    void isWrittenAsItWasRead(String region) throws IOException {
        try (var resource = PriceBooks.class.getResourceAsStream(region + ".json")) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(
                    text, SnapshotFile.text(SnapshotFile.parse(region, text).tree()));
        }
    }

    @ParameterizedTest
    @FieldSource("REGIONS")
    void isOfTheRegionItsFileIsNamedAfter(String region) {
        assertEquals(region, PriceBooks.of(region).region());
    }

    @Test
    void refusesARegionWithoutPrices() {
        assertEquals(
                "no prices for eu-west-7; there are ap-northeast-2, eu-west-1, us-east-1",
                assertThrows(BadInput.class, () -> PriceBooks.of("eu-west-7")).getMessage());
    }

    @Test
    void warnsAfterThirtyDays() {
        Snapshot snapshot = PriceBooks.snapshot("us-east-1");
        LocalDate reviewed = snapshot.reviewed();
        assertEquals(Optional.empty(), snapshot.warningOn(reviewed.plusDays(30)));
        assertEquals(
                Optional.of("the prices of us-east-1 were reviewed " + reviewed
                        + ", 31 days ago; compare them with AWS's: ./atlas prices check --region us-east-1"),
                snapshot.warningOn(reviewed.plusDays(31)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "usd": 0.2       | "usd": -0.2        | x.json: a:b.tiers.usd must be a number >= 0, got -0.2
        "usd": 0.2       | "usd": "0.2"       | x.json: a:b.tiers.usd must be a number >= 0, got "0.2"
        "from": 0,       | "from": 5,         | x.json: a:b needs a tier from 0
        "unit": "GB"     | "unit": ""         | x.json: a:b.unit must be text, got ""
        "unit": "GB"     | "units": "GB"      | x.json: a:b.unit must be text, got none
        "read"           | "sure"             | x.json: a:b.confidence must be read, unverified, estimate, got "sure"
        "2026-11-22"     | "last week"        | x.json: reviewed must be a date, got "last week"
        "USD"            | "EUR"              | x.json: currency must be "USD", got "EUR"
        "schemaVersion": 1 | "schemaVersion": 2 | x.json: schemaVersion must be 1, got 2
        "prices": {      | "price": {         | x.json: prices must be an object, got none
        "GB"             | GB                 | x.json is not JSON: Unrecognized token 'GB': was expecting (JSON String, \
        Number, Array, Object or token 'null', 'true' or 'false') at line 2
        """)
    void refusesABrokenFileInOneLine(String good, String bad, String message) {
        String broken = GOOD.replace(good, bad);
        assertFalse(broken.equals(GOOD), "nothing replaced");
        assertEquals(
                message,
                assertThrows(BadInput.class, () -> SnapshotFile.parse("x.json", broken)
                                .snapshot())
                        .getMessage());
    }

    private static final String GOOD = """
            {"schemaVersion": 1, "region": "x", "currency": "USD", "hoursPerMonth": 730, "reviewed": "2026-11-22",
             "prices": {"a:b": {"unit": "GB", "tiers": [{"from": 0, "usd": 0.2}], "confidence": "read",
                                "source": "a test", "date": "2026"}}, "unknown": []}
            """;
}
