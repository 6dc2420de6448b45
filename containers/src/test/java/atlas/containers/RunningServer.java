package atlas.containers;

import atlas.app.TileRenderer;
import atlas.http.Capability;
import atlas.http.Request;
import atlas.http.Response;
import atlas.http.SocketEndpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The whole server on a free loopback port, with what it logs. */
final class RunningServer implements AutoCloseable {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Server server;
    private final String option;
    private final int port;

    /** @param variables on top of those that every test needs */
    RunningServer(TileRenderer renderer, Map<String, String> variables) throws IOException {
        var environment = new HashMap<>(Map.of("HOST", "127.0.0.1", "PORT", "0", "ATLAS_DRAIN_SECONDS", "0"));
        environment.putAll(variables);
        var settings = ServerSettings.from(new Environment(environment::get));
        server = new Server(settings, renderer, InstantSource.system(), new PrintStream(log, true));
        option = settings.mount().option();
        port = server.start().getPort();
    }

    int port() {
        return port;
    }

    /** The server, its prefix in front of nothing. */
    SocketEndpoint endpoint(String prefix, Set<Capability> lacks) {
        return new SocketEndpoint(URI.create("http://127.0.0.1:" + port + prefix), option, lacks);
    }

    Response get(String target) throws IOException {
        return endpoint("", Set.of()).send(Request.of("GET", target));
    }

    String log() {
        return log.toString();
    }

    void forgetLog() {
        log.reset();
    }

    @Override
    public void close() {
        server.drain();
    }
}
