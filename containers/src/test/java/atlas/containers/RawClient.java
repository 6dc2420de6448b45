package atlas.containers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** A connection to a server on this machine, for what no HTTP client would do with it. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket = new Socket();

    RawClient(int port) throws IOException {
        this(port, 1 << 16);
    }

    /** @param buffer how many bytes it takes, about, before it is read from */
    RawClient(int port, int buffer) throws IOException {
        socket.setReceiveBufferSize(buffer);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    }

    /** Sends no more, and still listens. */
    void endSending() throws IOException {
        socket.shutdownOutput();
    }

    /** Is gone, and says so in a way that leaves nobody anything to wait for. */
    void vanish() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** All until the server hangs up, politely or not. */
    String rest() throws IOException {
        var rest = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(rest);
        } catch (SocketException reset) {
            // what came before counts
        }
        return rest.toString(ISO_8859_1);
    }

    /** The same, of a request that is all there is. */
    static String answer(int port, String bytes) throws IOException {
        try (var client = new RawClient(port)) {
            client.send(bytes);
            client.endSending();
            return client.rest();
        } catch (SocketException hungUp) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
