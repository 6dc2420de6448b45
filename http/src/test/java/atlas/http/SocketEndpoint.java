package atlas.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/** The app at an address. Speaks HTTP/1.1 over a bare socket, since a client library would refuse to send bad input. */
public final class SocketEndpoint implements Endpoint {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final URI address;
    private final String option;
    private final Set<Capability> lacks;

    /** @param address scheme, host, port, and the prefix as its path */
    public SocketEndpoint(URI address, String option, Set<Capability> lacks) {
        this.address = address;
        this.option = option;
        this.lacks = Set.copyOf(lacks);
    }

    @Override
    public Response send(Request request) throws IOException {
        try (Socket socket = connect()) {
            Optional<IOException> cutOff = write(socket, request);
            byte[] answer = readAll(socket, cutOff);
            return parse(answer, request.method().equals("HEAD"));
        }
    }

    private Socket connect() throws IOException {
        boolean tls = address.getScheme().equals("https");
        int port = address.getPort() < 0 ? (tls ? 443 : 80) : address.getPort();
        Socket socket = tls
                ? SSLSocketFactory.getDefault().createSocket(address.getHost(), port)
                : new Socket(address.getHost(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    /** Returns what broke off the writing: a server that refuses a request may hang up before its end. */
    private Optional<IOException> write(Socket socket, Request request) {
        var head = new StringBuilder();
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        head.append("%s %s%s HTTP/1.1\r\n".formatted(request.method(), request.path(), query));
        head.append("host: %s\r\nconnection: close\r\n".formatted(address.getAuthority()));
        request.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (request.body().length > 0 || request.method().equals("POST")) {
            head.append("content-length: %d\r\n".formatted(request.body().length));
        }
        head.append("\r\n");
        try {
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(request.body());
            socket.getOutputStream().flush();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private static byte[] readAll(Socket socket, Optional<IOException> cutOff) throws IOException {
        var answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (IOException e) {
            if (answer.size() == 0) {
                throw e;
            }
        }
        if (answer.size() == 0) {
            throw cutOff.orElseGet(() -> new IOException("the other side hung up without an answer"));
        }
        return answer.toByteArray();
    }

    private static Response parse(byte[] answer, boolean head) throws IOException {
        var in = new ByteArrayInputStream(answer);
        String statusLine = line(in);
        int status = Integer.parseInt(statusLine.split(" ")[1]);
        var headers = new HashMap<String, String>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
        }
        var response = new Response(status, headers, new byte[0]);
        boolean chunked = response.header("Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent();
        byte[] body = head ? new byte[0] : chunked ? chunks(in) : in.readAllBytes();
        return new Response(status, response.headers(), body);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public String option() {
        return option;
    }

    @Override
    public String prefix() {
        return address.getRawPath();
    }

    @Override
    public Set<Capability> lacks() {
        return lacks;
    }
}
