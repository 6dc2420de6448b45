package atlas.infra;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A range of IPv4 addresses such as 203.0.113.0/24.
 *
 * @param address an address in it, each of its four numbers 0 to 255
 * @param prefixLength 0 to 32; an address alone is a range of one, /32
 */
public record Cidr(String address, int prefixLength) {
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern FORM =
            Pattern.compile("(%1$s\\.%1$s\\.%1$s\\.%1$s)(/(3[0-2]|[12]?\\d))?".formatted(BYTE));

    /**
     * @throws IllegalArgumentException if {@code text} is no such range
     */
    static Cidr parse(String text) {
        Matcher matcher = FORM.matcher(text);
        Setting.require(matcher.matches());
        return new Cidr(matcher.group(1), matcher.group(7) == null ? 32 : Integer.parseInt(matcher.group(7)));
    }

    /** As {@link #parse} reads them, with commas between. */
    public static String join(List<Cidr> ranges) {
        return ranges.stream().map(Cidr::toString).collect(Collectors.joining(","));
    }

    /** The range's lowest address as a number, 0 to 2^32 - 1; bits that the prefix leaves open are cut off. */
    public long firstAddress() {
        long number = 0;
        for (String part : address.split("\\.")) {
            number = number * 256 + Long.parseLong(part);
        }
        return number - number % size();
    }

    /** How many addresses it holds, 1 to 2^32. */
    public long size() {
        return 1L << (32 - prefixLength);
    }

    @Override
    public String toString() {
        return address + "/" + prefixLength;
    }
}
