package atlas.http;

import java.io.IOException;
import java.util.Set;

/** A way to reach the app that {@link ContractSuite} tests. Posters ordered through it are worked on without further ado. */
public interface Endpoint {
    /**
     * Sends {@code request} as it is, malformed or not.
     *
     * @throws IOException when no answer came, such as when the other side hung up
     */
    Response send(Request request) throws IOException;

    /** What {@code X-Compute-Option} must say. */
    String option();

    /** Below which path the entries are found, besides the root; empty for the root alone. */
    String prefix();

    Set<Capability> lacks();
}
