package atlas.functions;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which availability zone this execution environment runs, by its id such as {@code use1-az1}. Asked from Lambda's
 * metadata endpoint when first wanted, which keeps it out of the start and out of snapshots.
 */
final class AvailabilityZone implements Supplier<String> {
    /** Where the endpoint is absent or does not answer. */
    static final String UNKNOWN = "unknown";

    /** The endpoint is in the same machine; a request must not wait longer for it than for a tile. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** A JSON library would take longer to load than the endpoint to answer. */
    private static final Pattern ID = Pattern.compile("\"AvailabilityZoneID\"\\s*:\\s*\"([a-z0-9-]+)\"");

    private final String endpoint;
    private final String token;
    private volatile String id = "";

    /** @param environment where {@code AWS_LAMBDA_METADATA_API} and {@code AWS_LAMBDA_METADATA_TOKEN} are read */
    AvailabilityZone(Function<String, String> environment) {
        endpoint = environment.apply("AWS_LAMBDA_METADATA_API");
        token = environment.apply("AWS_LAMBDA_METADATA_TOKEN");
    }

    @Override
    public String get() {
        if (id.isEmpty() && endpoint != null) {
            id = ask();
        }
        return id.isEmpty() ? UNKNOWN : id;
    }

    /** The zone's id, or empty when the endpoint has no answer: then it is asked again next time. */
    private String ask() {
        try {
            var uri = URI.create("http://" + endpoint + "/2026-01-15/metadata/execution-environment");
            var connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            connection.setRequestProperty("Authorization", "Bearer " + token);
            try (InputStream body = connection.getInputStream()) {
                Matcher zone = ID.matcher(new String(body.readAllBytes(), StandardCharsets.UTF_8));
                return zone.find() ? zone.group(1) : "";
            }
        } catch (IOException noAnswer) {
            return "";
        }
    }
}
