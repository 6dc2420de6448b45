package atlas.proof.rehearsal.probe;

import atlas.proof.rehearsal.aws.Answer;
import atlas.proof.rehearsal.aws.Aws;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** The posters in the bucket: what event options make. */
final class Posters {
    private static final String FOLDER = "posters/";

    private final Aws aws;
    private final String bucket;

    Posters(Aws aws, String bucket) {
        this.aws = aws;
        this.bucket = bucket;
    }

    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (Element object : aws.get("s3", "/%s?list-type=2&prefix=posters%%2F".formatted(bucket))
                .elements("Contents")) {
            keys.add(Answer.text(object, "Key"));
        }
        return keys;
    }

    void order(String name, String job) throws IOException {
        Answer put = aws.send(
                "s3",
                "PUT",
                "/%s/jobs/%s.json".formatted(bucket, name),
                job,
                Map.of("Content-Type", "application/json"));
        if (!put.isOk()) {
            throw new IOException("the order could not be put into the bucket: " + put.shortly());
        }
    }

    /** One that was not there before, as soon as there is one. */
    Optional<byte[]> await(Set<String> before, Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            Set<String> keys = keys();
            keys.removeAll(before);
            if (!keys.isEmpty()) {
                return Optional.of(read(keys.iterator().next()));
            }
            Thread.sleep(500);
        } while (System.nanoTime() < deadline);
        return Optional.empty();
    }

    private byte[] read(String key) throws IOException {
        HttpResponse<byte[]> poster =
                aws.bytes("s3", "GET", "/%s/%s".formatted(bucket, key), "", Map.of(), Duration.ofSeconds(30));
        if (poster.statusCode() != 200) {
            throw new IOException(
                    "%s%s is listed and cannot be read: HTTP %d".formatted(FOLDER, key, poster.statusCode()));
        }
        return poster.body();
    }
}
