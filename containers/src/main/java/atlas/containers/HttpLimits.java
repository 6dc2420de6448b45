package atlas.containers;

import java.util.Map;

/**
 * How much of anything one client may take of the JDK's HTTP server. It reads these system properties once, when its
 * classes are loaded. One that is set already, with {@code -D}, stays as it is.
 */
final class HttpLimits {
    /** So many connections at most, busy or idle, and with them so many threads. One more is closed at once. */
    static final int CONNECTIONS = 512;

    private static final Map<String, Integer> LIMITS = Map.of(
            "jdk.httpserver.maxConnections",
            CONNECTIONS,
            "sun.net.httpserver.maxIdleConnections",
            CONNECTIONS,
            // longer than the 60 s of a load balancer, which must be the one to close: else it may send as we do
            "sun.net.httpserver.idleInterval",
            75,
            // a request with its body arrives within 10 s, or its connection is closed
            "sun.net.httpserver.maxReqTime",
            10,
            // an answer is waited for, rendered and read within 60 s: the load balancer waits no longer
            "sun.net.httpserver.maxRspTime",
            60,
            // four times what the contract takes, so that it is the contract that refuses
            "sun.net.httpserver.maxReqHeaderSize",
            64 << 10,
            // of a body too large so much is read and dropped, or the client would see a reset instead of its 413
            "sun.net.httpserver.drainAmount",
            8 << 20);

    private HttpLimits() {}

    static void apply() {
        LIMITS.forEach((name, limit) -> setUnlessSet(name, limit.toString()));
        // an answer is written in two pieces, and Nagle's algorithm would hold the second one back
        setUnlessSet("sun.net.httpserver.nodelay", "true");
    }

    private static void setUnlessSet(String name, String value) {
        System.setProperty(name, System.getProperty(name, value));
    }
}
