package atlas.containers;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Where the server listens.
 *
 * @param port 0 to 65535; 0 takes any free port
 */
record Address(String host, int port) {
    static final int DEFAULT_PORT = 8080;

    /** What {@code HOST} and {@code PORT} say; without them every interface and {@value #DEFAULT_PORT}. */
    static Address from(Environment environment) {
        return new Address(
                environment.text("HOST").orElse("0.0.0.0"), environment.number("PORT", DEFAULT_PORT, 0, 65_535));
    }

    InetSocketAddress toListenOn() {
        return new InetSocketAddress(host, port);
    }

    /** How a process on the same machine reaches a server that listens here. */
    InetSocketAddress asReachedFromHere() {
        InetSocketAddress listening = toListenOn();
        boolean everyInterface =
                !listening.isUnresolved() && listening.getAddress().isAnyLocalAddress();
        return everyInterface ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port) : listening;
    }
}
