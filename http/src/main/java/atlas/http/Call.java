package atlas.http;

import java.util.List;

/**
 * A request that found its route.
 *
 * @param prefix what the path began with before the route's own path, to be put before links in the answer
 * @param captures the variable parts of the path, in order
 * @param first whether the process has answered nothing but health checks before
 */
record Call(Request request, String prefix, List<String> captures, boolean first) {}
