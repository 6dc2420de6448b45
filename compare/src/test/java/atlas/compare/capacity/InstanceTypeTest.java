package atlas.compare.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.prices.PriceBooks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class InstanceTypeTest {
    private static final String ON_DEMAND = "ec2:ondemand:linux:";
    private static final List<String> REGIONS = PriceBooks.REGIONS;

    /** Else it would have a price, and nobody could tell what it carries. */
    @ParameterizedTest
    @FieldSource("REGIONS")
    void isKnownOfEveryTypeThatHasAPrice(String region) {
        assertEquals(
                List.of(),
                PriceBooks.of(region).all().stream()
                        .filter(price -> price.key().startsWith(ON_DEMAND))
                        .map(price -> price.key().substring(ON_DEMAND.length()))
                        .filter(type -> InstanceType.named(type).isEmpty())
                        .toList());
    }

    @Test
    void knowsWhichBurst() {
        assertTrue(InstanceType.known("t4g.small").isBurstable());
        assertFalse(InstanceType.known("m7g.large").isBurstable());
        assertEquals("t4g", InstanceType.known("t4g.small").family());
    }
}
