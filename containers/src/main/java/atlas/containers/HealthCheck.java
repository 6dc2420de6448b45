package atlas.containers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Function;

/**
 * Asks the server of this container whether it is ready. The image's HEALTHCHECK and the ECS task definition run it,
 * since the base image has no curl. Reads {@code HOST} and {@code PORT} as the server does; exits 0 when the answer is
 * 200, else 1 with the reason.
 */
public final class HealthCheck {
    private static final int TIMEOUT_MILLIS = 3_000;

    private HealthCheck() {}

    public static void main(String[] args) {
        System.exit(run(System::getenv, System.err));
    }

    static int run(Function<String, String> environment, PrintStream err) {
        try {
            String status = ask(Address.from(new Environment(environment)).asReachedFromHere());
            if (status.matches("HTTP/1.[01] 200( .*)?")) {
                return 0;
            }
            err.println("not ready: " + status);
        } catch (BadSetting | IOException reason) {
            err.println("not ready: " + reason.getMessage());
        }
        return 1;
    }

    /** The status line of {@code GET /health}, over a bare socket: an HTTP client takes longer to load than to answer. */
    private static String ask(InetSocketAddress server) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(server, TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write("GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            String status = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
            return status == null ? "the connection was closed without an answer" : status;
        }
    }
}
