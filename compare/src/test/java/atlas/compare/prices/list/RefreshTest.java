package atlas.compare.prices.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import atlas.compare.prices.SnapshotFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefreshTest {
    private static final String BEFORE = """
            {
              "schemaVersion" : 1,
              "region" : "us-east-1",
              "currency" : "USD",
              "hoursPerMonth" : 730,
              "reviewed" : "2026-09-01",
              "offers" : { },
              "prices" : {
                "elb:alb:lcu" : {
                  "unit" : "LCU-hour",
                  "tiers" : [ {
                    "from" : 0,
                    "usd" : 0.007
                  } ],
                  "confidence" : "unverified",
                  "source" : "recalled",
                  "date" : "undated",
                  "note" : "bill the largest dimension"
                },
                "fargate-spot:arm:gb" : {
                  "unit" : "GB-hour",
                  "tiers" : [ {
                    "from" : 0,
                    "usd" : 0.00113349
                  } ],
                  "confidence" : "read",
                  "source" : "the feed behind the pricing page",
                  "date" : "2026-09-28"
                }
              },
              "unknown" : [ ]
            }
            """;

    private static final String AFTER = """
            {
              "schemaVersion" : 1,
              "region" : "us-east-1",
              "currency" : "USD",
              "hoursPerMonth" : 730,
              "reviewed" : "2026-09-11",
              "offers" : {
                "AWSELB" : {
                  "version" : "20260911124544",
                  "publicationDate" : "2026-09-11T12:45:44Z",
                  "url" : "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AWSELB/20260911124544/us-east-1/index.csv",
                  "sha256" : "SHA"
                }
              },
              "prices" : {
                "elb:alb:lcu" : {
                  "unit" : "LCU-hour",
                  "tiers" : [ {
                    "from" : 0,
                    "usd" : 0.008
                  } ],
                  "confidence" : "read",
                  "source" : "AWS Price List AWSELB 20260911124544",
                  "date" : "2026-09-11",
                  "note" : "bill the largest dimension",
                  "offerCode" : "AWSELB",
                  "sku" : "ALBLCU",
                  "usagetype" : "LCUUsage",
                  "effectiveDate" : "2026-09-01"
                },
                "fargate-spot:arm:gb" : {
                  "unit" : "GB-hour",
                  "tiers" : [ {
                    "from" : 0,
                    "usd" : 0.00113349
                  } ],
                  "confidence" : "read",
                  "source" : "the feed behind the pricing page",
                  "date" : "2026-09-28"
                }
              },
              "unknown" : [ ]
            }
            """;

    @Test
    void writesWhatItFoundAndLeavesTheRest() {
        assertEquals(AFTER, withoutHash(refreshed(BEFORE, "elb:alb:lcu")));
    }

    @Test
    void writesTheSameBytesAgain() {
        String once = refreshed(BEFORE, "elb:alb:lcu");
        assertEquals(once, refreshed(BEFORE, "elb:alb:lcu"));
        assertEquals(once, refreshed(once, "elb:alb:lcu"));
    }

    @Test
    void addsWhatTheSnapshotLackedInItsPlace() {
        SnapshotFile file = SnapshotFile.parse("after", refreshed(BEFORE, "elb:alb:hour", "elb:alb:lcu"));
        assertEquals(
                List.of("elb:alb:hour", "elb:alb:lcu", "fargate-spot:arm:gb"),
                file.snapshot().prices().all().stream()
                        .map(price -> price.key())
                        .toList());
    }

    @Test
    void refusesAPriceThatIsGoneOrIsTwo() {
        String before = BEFORE.replace("fargate-spot:arm:gb", "elb:alb:hour");
        Matcher gone = Matchers.of("us-east-1").forKey("elb:alb:lcu").orElseThrow();
        Matcher two = Matchers.of("us-east-1").forKey("elb:alb:hour").orElseThrow();
        gone = new Matcher(
                gone.key(), gone.offer(), Map.of("usagetype", "LCU"), gone.listed(), gone.unit(), gone.per());
        two = new Matcher(
                two.key(),
                two.offer(),
                Map.of(
                        "usagetype",
                        "/(TS-|Outposts-)?LoadBalancerUsage/",
                        "productFamily",
                        "Load Balancer-Application"),
                two.listed(),
                two.unit(),
                two.per());
        Matchers matchers = new Matchers(List.of(), List.of(gone, two));
        assertEquals(
                """
                nothing was written, since the Price List has no single price for
                  elb:alb:hour: 2 prices in AWSELB: 0.005 (ALBTRUST, TS-LoadBalancerUsage); 0.0225 (ALBHOUR, LoadBalancerUsage)
                  elb:alb:lcu: nothing in AWSELB has usagetype LCU""".replace("\n", System.lineSeparator()),
                assertThrows(BadInput.class, () -> refreshed(before, matchers)).getMessage());
    }

    private static String refreshed(String before, String... keys) {
        Matchers all = Matchers.of("us-east-1");
        return refreshed(
                before,
                new Matchers(
                        all.prefixes(),
                        Arrays.stream(keys)
                                .map(key -> all.forKey(key).orElseThrow())
                                .toList()));
    }

    private static String refreshed(String before, Matchers matchers) {
        SnapshotFile file = SnapshotFile.parse("before", before);
        Reading reading = Reading.of(file.snapshot(), matchers, List.of(), Fixtures.files());
        return Refresh.of(file, reading, Finding.of(file.snapshot(), reading), true);
    }

    private static String withoutHash(String text) {
        return text.replaceAll("\"sha256\" : \"[0-9a-f]{64}\"", "\"sha256\" : \"SHA\"");
    }
}
