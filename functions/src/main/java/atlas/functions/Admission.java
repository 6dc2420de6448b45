package atlas.functions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * Who may use the function. An HTTP API has a public address and no resource policy, so the function itself turns
 * callers away. The CDN has checked its viewers' addresses before and proves with a shared secret who it is.
 *
 * @param ranges whose addresses are let in; empty lets everybody in
 * @param edgeSecret what the CDN sends as {@value #EDGE_HEADER}, {@value #MIN_SECRET_LENGTH} characters or more; empty
 *     when no CDN is let in by it
 */
record Admission(List<Ipv4Range> ranges, String edgeSecret) {
    static final String EDGE_HEADER = "x-atlas-edge";
    static final int MIN_SECRET_LENGTH = 16;

    Admission {
        ranges = List.copyOf(ranges);
        if (!edgeSecret.isEmpty() && edgeSecret.length() < MIN_SECRET_LENGTH) {
            throw new IllegalArgumentException("ATLAS_EDGE_SECRET must have %d characters or more, got %d"
                    .formatted(MIN_SECRET_LENGTH, edgeSecret.length()));
        }
    }

    /**
     * @param sourceAddress the caller's address as API Gateway saw it
     * @param edgeHeader the request's {@value #EDGE_HEADER}; empty when there is none
     */
    boolean admits(String sourceAddress, String edgeHeader) {
        return ranges.isEmpty()
                || ranges.stream().anyMatch(range -> range.contains(sourceAddress))
                || (!edgeSecret.isEmpty() && sameBytes(edgeHeader, edgeSecret));
    }

    /** Takes equally long wherever the two differ, so that a caller cannot find the secret by the clock. */
    private static boolean sameBytes(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
