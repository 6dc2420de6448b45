package atlas.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0,          0, 4294967296",
        "10.0.0.0/8, 167772160, 16777216",
        "10.1.2.3/8, 167772160, 16777216",
        "203.0.113.7,   3405803783, 1",
        "203.0.113.7/32, 3405803783, 1",
        "255.255.255.255/32, 4294967295, 1",
        "255.255.255.255/31, 4294967294, 2",
    })
    void coversItsRange(String text, long firstAddress, long size) {
        Cidr range = Cidr.parse(text);

        assertEquals(firstAddress, range.firstAddress());
        assertEquals(size, range.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "10",
                "10.0.0",
                "10.0.0.0.0",
                "256.0.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "010.0.0.0",
                "10.0.0.0/08",
                "10.0.0.0 /8",
                "a.b.c.d",
                "::1",
                "10.0.0.0/8\n"
            })
    void refusesWhatIsNoRange(String text) {
        assertThrows(IllegalArgumentException.class, () -> Cidr.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8,203.0.113.7/32", "0.0.0.0/0"})
    void writesListsAsItReadsThem(String text) {
        assertEquals(
                text,
                Cidr.join(List.of(text.split(",")).stream().map(Cidr::parse).toList()));
    }

    @Property
    void holdsAnAddressWhenTheLeadingBitsAgree(
            @ForAll int address, @ForAll @IntRange(max = 32) int prefixLength, @ForAll int other) {
        Cidr range = Cidr.parse(dotted(address) + "/" + prefixLength);
        long number = Integer.toUnsignedLong(other);
        long mask = prefixLength == 0 ? 0 : -1 << (32 - prefixLength);

        boolean inside = number >= range.firstAddress() && number < range.firstAddress() + range.size();

        assertEquals((address & mask) == (other & mask), inside);
    }

    @Property
    void readsBackWhatItPrints(@ForAll int address, @ForAll @IntRange(max = 32) int prefixLength) {
        Cidr range = new Cidr(dotted(address), prefixLength);

        assertEquals(range, Cidr.parse(range.toString()));
    }

    private static String dotted(int address) {
        return "%d.%d.%d.%d".formatted(address >>> 24, address >>> 16 & 255, address >>> 8 & 255, address & 255);
    }
}
