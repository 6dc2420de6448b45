package atlas.containers;

import atlas.app.Renderer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A short day in the life of the server, for the JVM to record while the image is built: which classes to have loaded and
 * linked in its ahead-of-time cache. Once with everything on this machine, once with AWS played by {@link LoopbackAws}.
 */
public final class Training {
    private static final Map<String, String> ON_THIS_MACHINE =
            Map.of("HOST", "127.0.0.1", "PORT", "0", "ATLAS_DRAIN_SECONDS", "0", "ATLAS_LOG_LEVEL", "DEBUG");

    private static final String POSTER = "{\"zoom\":2,\"x\":0,\"y\":1,\"columns\":4,\"rows\":2}";

    private static final List<String> DAY = List.of(
            "GET /health HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET /tiles/0/0/0.png HTTP/1.1\r\n\r\n",
            "GET /tiles/3/2/3.png?iterations=500 HTTP/1.1\r\n\r\n",
            "GET /tiles/3/2/3.png?iterations=500 HTTP/1.1\r\nIf-None-Match: *\r\n\r\n",
            "GET /tiles/99/0/0.png HTTP/1.1\r\n\r\n",
            "POST /posters HTTP/1.1\r\nContent-Type: application/json\r\nIdempotency-Key: training\r\n"
                    + "Content-Length: " + POSTER.length() + "\r\n\r\n" + POSTER,
            "GET /posters/training-training HTTP/1.1\r\n\r\n");

    private Training() {}

    public static void main(String[] args) throws IOException {
        live(ON_THIS_MACHINE);
        try (var aws = new LoopbackAws()) {
            var onAws = new HashMap<>(ON_THIS_MACHINE);
            onAws.putAll(aws.variables());
            live(onAws);
        }
    }

    private static void live(Map<String, String> variables) throws IOException {
        var settings = ServerSettings.from(new Environment(variables::get));
        var out = new PrintStream(OutputStream.nullOutputStream());
        var server = new Server(settings, Renderer::render, InstantSource.system(), out);
        InetSocketAddress address = server.start();
        if (HealthCheck.run(Map.of("PORT", Integer.toString(address.getPort()))::get, System.err) != 0) {
            throw new IllegalStateException("there is nothing to learn from a server that is not ready");
        }
        for (String request : DAY) {
            send(request, address);
        }
        server.drain();
    }

    private static void send(String request, InetSocketAddress address) throws IOException {
        try (var socket = new Socket(address.getAddress(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }
}
