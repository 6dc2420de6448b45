package atlas.adapters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.app.Job;
import atlas.app.JobIds;
import atlas.app.JobQueue;
import atlas.app.JobQueue.Delivery;
import atlas.app.Poster;
import atlas.app.PosterWorker;
import atlas.app.Posters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Roles are cut to the actions that the adapters' Javadoc names: no more may be named than are used, and no less. */
@ExtendWith(LocalAws.Shared.class)
class IamActionsTest {
    private static final Path SOURCES = Path.of("src/main/java/atlas/adapters");
    private static final Pattern ACTION = Pattern.compile("\\b(s3|dynamodb|sqs):[A-Z]\\w+");
    /** Never asked for, but what S3 answers to a missing key depends on it. */
    private static final String LIST_BUCKET = "s3:ListBucket";

    @Test
    void namesTheActionsThatAPosterTakes(LocalAws aws) {
        var ports = aws.ports();
        var objects = ports.objectStore(aws.newBucket());
        var table = ports.jobTable(aws.newTable());
        var queue = ports.jobQueue(aws.newQueue(Duration.ofMinutes(1)));
        var posters = new Posters(table, queue, objects, new JobIds("s", () -> "job-00000001"), InstantSource.system());
        var worker = new PosterWorker(table, objects, InstantSource.system(), Duration.ofMinutes(1));

        Set<String> used = new TreeSet<>(aws.wire().during(() -> {
            Job job = posters.submit(new Poster(0, 0, 0, 1, 1, 1), Optional.empty());
            var delivery = receive(queue);
            worker.work(delivery.jobId());
            queue.delete(delivery);
            posters.image(job.id()).orElseThrow();
        }));
        used.add(LIST_BUCKET);
        assertEquals(used, named());
    }

    private static Delivery receive(JobQueue queue) {
        try {
            return queue.receive(Duration.ofSeconds(5)).orElseThrow();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> named() {
        try (var files = Files.list(SOURCES)) {
            return files.flatMap(file -> ACTION.matcher(read(file)).results())
                    .map(MatchResult::group)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
