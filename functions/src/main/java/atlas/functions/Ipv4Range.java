package atlas.functions;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The IPv4 addresses that share their first bits, written as CIDR: {@code 203.0.113.0/24}.
 *
 * @param network the address before the slash, the first of its four numbers in the top eight bits
 * @param prefixLength how many bits are shared, 0 (every address) to 32 (this one only)
 */
record Ipv4Range(int network, int prefixLength) {
    private static final String NUMBER = "(0|[1-9]\\d{0,2})";
    private static final Pattern ADDRESS = Pattern.compile("(%s\\.){3}%s".formatted(NUMBER, NUMBER));

    /**
     * @param cidrs ranges with commas between them, such as {@code 203.0.113.0/24, 198.51.100.7/32}; none when blank
     * @throws IllegalArgumentException as {@link #parse} does
     */
    static List<Ipv4Range> parseList(String cidrs) {
        if (cidrs.isBlank()) {
            return List.of();
        }
        // With -1 an empty item at the end stays and is refused, like one in the middle.
        return Stream.of(cidrs.split(",", -1))
                .map(String::strip)
                .map(Ipv4Range::parse)
                .toList();
    }

    /**
     * @throws IllegalArgumentException if {@code cidr} is not an address, a slash and a length; the message is meant to
     *     follow the name of the value that is wrong
     */
    static Ipv4Range parse(String cidr) {
        int slash = cidr.indexOf('/');
        OptionalInt address = address(slash < 0 ? cidr : cidr.substring(0, slash));
        if (address.isEmpty()) {
            throw new IllegalArgumentException("must be IPv4 ranges such as 203.0.113.0/24, got '%s'".formatted(cidr));
        }
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "must say how many bits count, got '%s'; try %s/32".formatted(cidr, cidr));
        }
        String length = cidr.substring(slash + 1);
        if (!length.matches("\\d|[12]\\d|3[0-2]")) {
            throw new IllegalArgumentException("must end in a length of 0 to 32, got '%s'".formatted(cidr));
        }
        return new Ipv4Range(address.getAsInt(), Integer.parseInt(length));
    }

    /** Whether {@code address} is an IPv4 address in this range; false for any other text. */
    boolean contains(String address) {
        OptionalInt bits = address(address);
        return bits.isPresent() && ((bits.getAsInt() ^ network) & mask()) == 0;
    }

    /** Shifting by 32 would shift by nothing, so the empty mask is said outright. */
    private int mask() {
        return prefixLength == 0 ? 0 : -1 << (32 - prefixLength);
    }

    private static OptionalInt address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return OptionalInt.empty();
        }
        int bits = 0;
        for (String number : text.split("\\.")) {
            int value = Integer.parseInt(number);
            if (value > 255) {
                return OptionalInt.empty();
            }
            bits = bits << 8 | value;
        }
        return OptionalInt.of(bits);
    }
}
