package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.adapters.LocalAws;
import atlas.adapters.Wire;
import atlas.app.Poster;
import atlas.app.Renderer;
import atlas.http.Request;
import atlas.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A bucket, a table, a queue and its dead-letter queue, which outlive the servers that use them. */
final class SharedStores {
    /** A message that its worker did not delete comes back after it. */
    static final Duration VISIBILITY = Duration.ofSeconds(2);

    private static final String IN_HASTE = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m";

    private final LocalAws aws;
    private final String bucket;
    private final String table;
    private final String deadLetters;
    private final String queue;

    SharedStores(LocalAws aws) {
        this.aws = aws;
        bucket = aws.newBucket();
        table = aws.newTable();
        deadLetters = aws.newDeadLetterQueue();
        queue = aws.newQueue(VISIBILITY, deadLetters);
    }

    /** @param wire its way to the stores */
    ServerProcess startServer(Wire wire) throws IOException {
        return new ServerProcess(Map.ofEntries(
                Map.entry("AWS_ENDPOINT_URL", wire.address().toString()),
                Map.entry("AWS_REGION", LocalAws.REGION.id()),
                Map.entry("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "loopback"),
                Map.entry("ATLAS_BUCKET", bucket),
                Map.entry("ATLAS_TABLE", table),
                Map.entry("ATLAS_QUEUE_URL", queue),
                Map.entry("ATLAS_VISIBILITY_SECONDS", Long.toString(VISIBILITY.toSeconds())),
                Map.entry("JAVA_TOOL_OPTIONS", IN_HASTE)));
    }

    /**
     * Orders a poster, as often with the same key as the same person would.
     *
     * @throws IOException if the server does not live to answer
     */
    static Response order(ServerProcess server, Poster poster, String key) throws IOException {
        String body = "{\"zoom\":%d,\"x\":%d,\"y\":%d,\"columns\":%d,\"rows\":%d,\"iterations\":%d}"
                .formatted(poster.zoom(), poster.x(), poster.y(), poster.columns(), poster.rows(), poster.iterations());
        var headers = Map.of("Content-Type", "application/json", "Idempotency-Key", key);
        Response answer = server.endpoint()
                .send(new Request("POST", "/posters", "", headers, body.getBytes(StandardCharsets.UTF_8)));
        assertEquals(202, answer.status(), () -> new String(answer.body(), StandardCharsets.UTF_8));
        return answer;
    }

    /** The table as it is: each job with its state and its attempt. */
    List<Map<String, AttributeValue>> jobs() {
        return aws.tables().scan(scan -> scan.tableName(table)).items();
    }

    /** Waits until there are so many posters, all done, and then looks whether that is all there is. */
    void requireDone(int count) throws Exception {
        Await.until(
                count + " posters",
                () -> jobs().stream()
                                .filter(job -> job.get("state").s().equals("DONE"))
                                .count()
                        == count);
        assertEquals(count, jobs().size());
        Await.until("an empty queue", () -> aws.messages(queue) == 0);
        assertEquals(0, aws.messages(deadLetters), "messages in the dead-letter queue");
        Set<String> images = jobs().stream()
                .map(job -> "posters/%s.png".formatted(job.get("id").s()))
                .collect(Collectors.toSet());
        assertEquals(images, aws.s3().keys(bucket));
        for (Map<String, AttributeValue> job : jobs()) {
            byte[] image = aws.s3()
                    .stored(bucket, "posters/%s.png".formatted(job.get("id").s()))
                    .content();
            assertArrayEquals(Renderer.png(poster(job)), image);
        }
    }

    private static Poster poster(Map<String, AttributeValue> job) {
        return new Poster(
                number(job, "zoom"),
                number(job, "x"),
                number(job, "y"),
                number(job, "columns"),
                number(job, "rows"),
                number(job, "iterations"));
    }

    static int number(Map<String, AttributeValue> job, String name) {
        return Integer.parseInt(job.get(name).n());
    }
}
