package atlas.adapters;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What a service of {@link LocalAws} says to a request. */
public record Answer(int status, String contentType, byte[] body) {
    static Answer json(int status, String body) {
        return new Answer(status, "application/x-amz-json-1.0", body.getBytes(UTF_8));
    }

    static Answer xml(int status, String body) {
        return new Answer(status, "application/xml", body.getBytes(UTF_8));
    }
}
