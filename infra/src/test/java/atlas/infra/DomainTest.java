package atlas.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DomainTest {
    @Test
    void isNoneWithoutAName() {
        assertEquals(new Domain.None(), Domain.of("", ""));
    }

    @Test
    void waitsForItsDelegationWithoutAZone() {
        assertEquals(new Domain.Undelegated("example.com"), Domain.of("example.com", ""));
    }

    @Test
    void isUsedWithNameAndZone() {
        assertEquals(new Domain.Delegated("example.com", "Z01"), Domain.of("example.com", "Z01"));
    }

    @Test
    void refusesAZoneWithoutAName() {
        var refused = assertThrows(SettingsException.class, () -> Domain.of("", "Z01"));
        assertEquals("zoneId=Z01 needs the domain it is for; try -c domain=atlas.example.com", refused.getMessage());
    }
}
