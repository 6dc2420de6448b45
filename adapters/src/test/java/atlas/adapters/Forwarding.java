package atlas.adapters;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;

/** Hands requests on to a service that listens elsewhere on this machine. */
record Forwarding(URI address, HttpClient client) implements Wire.Service {
    /** The client sets these itself. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "content-length", "expect", "host");

    @Override
    public Answer answer(HttpExchange request, byte[] body) throws IOException, InterruptedException {
        var onward = HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(body));
        request.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase())) {
                onward.header(name, values.get(0));
            }
        });
        var answer = client.send(onward.build(), BodyHandlers.ofByteArray());
        return new Answer(
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }
}
