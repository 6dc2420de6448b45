package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ipv4RangeTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.0, true",
        "203.0.113.0/24, 203.0.113.255, true",
        "203.0.113.0/24, 203.0.114.0, false",
        "203.0.113.0/24, 203.0.112.255, false",
        "203.0.113.77/24, 203.0.113.1, true",
        "198.51.100.7/32, 198.51.100.7, true",
        "198.51.100.7/32, 198.51.100.8, false",
        "128.0.0.0/1, 255.255.255.255, true",
        "128.0.0.0/1, 127.255.255.255, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "0.0.0.0/0, ::ffff:203.0.113.1, false",
        "0.0.0.0/0, 203.0.113.256, false",
        "0.0.0.0/0, '', false",
    })
    void containsTheAddressesThatShareItsFirstBits(String range, String address, boolean contained) {
        assertEquals(contained, Ipv4Range.parse(range).contains(address));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                | must be IPv4 ranges such as 203.0.113.0/24, got ''",
                "anywhere          | must be IPv4 ranges such as 203.0.113.0/24, got 'anywhere'",
                "203.0.113/24      | must be IPv4 ranges such as 203.0.113.0/24, got '203.0.113/24'",
                "203.0.113.256/24  | must be IPv4 ranges such as 203.0.113.0/24, got '203.0.113.256/24'",
                "203.0.113.010/24  | must be IPv4 ranges such as 203.0.113.0/24, got '203.0.113.010/24'",
                "2001:db8::/32     | must be IPv4 ranges such as 203.0.113.0/24, got '2001:db8::/32'",
                "203.0.113.7       | must say how many bits count, got '203.0.113.7'; try 203.0.113.7/32",
                "203.0.113.0/33    | must end in a length of 0 to 32, got '203.0.113.0/33'",
                "203.0.113.0/-1    | must end in a length of 0 to 32, got '203.0.113.0/-1'",
                "203.0.113.0/      | must end in a length of 0 to 32, got '203.0.113.0/'",
                "203.0.113.0/24/24 | must end in a length of 0 to 32, got '203.0.113.0/24/24'",
            })
    void refusesWhatIsNoRange(String text, String message) {
        var refused = assertThrows(IllegalArgumentException.class, () -> Ipv4Range.parse(text));
        assertEquals(message, refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.0/24,             | must be IPv4 ranges such as 203.0.113.0/24, got ''",
                "203.0.113.0/24,,10.0.0.0/8  | must be IPv4 ranges such as 203.0.113.0/24, got ''",
                "203.0.113.0/24;10.0.0.0/8   | must end in a length of 0 to 32, got '203.0.113.0/24;10.0.0.0/8'",
                "203.0.113.0/24,10.0.0.1     | must say how many bits count, got '10.0.0.1'; try 10.0.0.1/32",
            })
    void refusesAListWithAWrongItem(String list, String message) {
        var refused = assertThrows(IllegalArgumentException.class, () -> Ipv4Range.parseList(list));
        assertEquals(message, refused.getMessage());
    }

    @Test
    void readsAListWithSpaces() {
        var ranges = Ipv4Range.parseList(" 203.0.113.0/24, 198.51.100.7/32 ");
        assertEquals(List.of(Ipv4Range.parse("203.0.113.0/24"), Ipv4Range.parse("198.51.100.7/32")), ranges);
        assertEquals(List.of(), Ipv4Range.parseList(" "));
    }

    @Property
    void everyAddressIsInItsOwnRanges(@ForAll int address, @ForAll @IntRange(max = 32) int prefixLength) {
        String text =
                "%d.%d.%d.%d".formatted(address >>> 24, address >>> 16 & 0xff, address >>> 8 & 0xff, address & 0xff);
        assertTrue(Ipv4Range.parse(text + "/" + prefixLength).contains(text));
    }

    @Property
    void flippingTheLastSharedBitLeavesTheRange(
            @ForAll int address, @ForAll @IntRange(min = 1, max = 32) int prefixLength) {
        int neighbour = address ^ (1 << (32 - prefixLength));
        String text = "%d.%d.%d.%d"
                .formatted(neighbour >>> 24, neighbour >>> 16 & 0xff, neighbour >>> 8 & 0xff, neighbour & 0xff);
        assertFalse(new Ipv4Range(address, prefixLength).contains(text));
    }
}
