package atlas.compare.prices.list;

import static atlas.compare.prices.list.Fixtures.price;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.prices.Price;
import atlas.compare.prices.list.Finding.Status;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static final BigDecimal TEN_TB = BigDecimal.valueOf(10240);

    @Test
    void isOkWhereThePriceIsTheSame() {
        assertFinding(Status.OK, "0", price("a", "0.10"), price("a", "0.1"));
    }

    @Test
    void noticesTheSmallestChange() {
        assertFinding(Status.CHANGED, "0.000600", price("a", "0.0000166667"), price("a", "0.0000166668"));
    }

    @Test
    void measuresTheTierThatChangedMost() {
        assertFinding(Status.CHANGED, "-50", price("a", "0.09", "10240:0.08"), price("a", "0.1", "10240:0.04"));
    }

    @Test
    void noticesATierThatIsNew() {
        assertFinding(Status.CHANGED, "-25", price("a", "0.4"), price("a", "0.4", "1000:0.3"));
    }

    @Test
    void comparesOnlyWhatBothKnow() {
        assertFinding(Status.OK, "0", price("a", TEN_TB, "0.09"), price("a", "0.09", "10240:0.08"));
    }

    @Test
    void countsAPriceThatWasNothingAsAllOfIt() {
        assertFinding(Status.CHANGED, "100", price("a", "0"), price("a", "0.4"));
    }

    @Test
    void isNewWhereTheSnapshotLacksIt() {
        assertEquals(Status.NEW, new Finding("a", Optional.empty(), listed(price("a", "1"))).status());
    }

    private static void assertFinding(Status status, String percent, Price known, Price listed) {
        Finding finding = new Finding("a", Optional.of(known), listed(listed));
        assertEquals(status, finding.status());
        assertEquals(0, new BigDecimal(percent).compareTo(finding.percent()), () -> "got " + finding.percent());
    }

    private static Answer listed(Price price) {
        return new Answer.Listed(price, "AWSELB", "SKU", "LCUUsage", "2026-09-01");
    }
}
