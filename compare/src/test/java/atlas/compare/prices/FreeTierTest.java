package atlas.compare.prices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeTierTest {
    private static final FreeTier FREE_TIER = FreeTier.read();

    @ParameterizedTest
    @CsvSource({
        "lambda:requests, 1000000",
        "lambda:arm:gb-s, 400000",
        "cloudfront:dto, 1024",
        "cloudfront:http-requests, 10000000",
        "dto:internet, 100",
        "dynamodb:provisioned:wcu, 18250",
        "cw:alarm:standard, 10",
        "lambda:pc:arm:duration, 0",
        "elb:alb:hour, 0",
    })
    void givesSoMuchForNothing(String key, BigDecimal quantity) {
        assertEquals(quantity, FREE_TIER.free(key));
    }

    @Test
    void sharesOneOfferBetweenArchitectures() {
        assertEquals(FREE_TIER.find("lambda:x86:gb-s"), FREE_TIER.find("lambda:arm:gb-s"));
    }

    @Test
    void countsInTheUnitsOfThePricesAndCoversAKeyOnce() {
        PriceBook prices = PriceBooks.of("us-east-1");
        Set<String> seen = new HashSet<>();
        for (FreeTier.Offer offer : FREE_TIER.offers()) {
            for (String key : offer.keys()) {
                assertEquals(prices.find(key).orElseThrow().unit(), offer.unit(), key);
                assertEquals(true, seen.add(key), key);
            }
        }
    }
}
