package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    private static final String SECRET = "a-secret-of-the-edge";

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, '', true",
        "198.51.100.7, '', true",
        "192.0.2.1, '', false",
        "2001:db8::1, '', false",
        "192.0.2.1, a-secret-of-the-edge, true",
        "2001:db8::1, a-secret-of-the-edge, true",
        "192.0.2.1, a-secret-of-the-edgf, false",
        "192.0.2.1, a-secret-of-the-edge-, false",
        "192.0.2.1, a-secret-of-the-edg, false",
    })
    void letsInTheListedAddressesAndTheEdge(String address, String edgeHeader, boolean admitted) {
        var admission = new Admission(Ipv4Range.parseList("203.0.113.0/24, 198.51.100.7/32"), SECRET);
        assertEquals(admitted, admission.admits(address, edgeHeader));
    }

    @Test
    void letsEverybodyInWithoutAList() {
        assertEquals(true, new Admission(List.of(), "").admits("192.0.2.1", ""));
        assertEquals(true, new Admission(List.of(), SECRET).admits("2001:db8::1", "guess"));
    }

    @Test
    void takesNoEmptyHeaderForAnUnsetSecret() {
        assertEquals(false, new Admission(Ipv4Range.parseList("203.0.113.0/24"), "").admits("192.0.2.1", ""));
    }

    @Test
    void refusesASecretShortEnoughToGuessWithoutPrintingIt() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new Admission(List.of(), "letmein"));
        assertEquals("ATLAS_EDGE_SECRET must have 16 characters or more, got 7", refused.getMessage());
    }
}
