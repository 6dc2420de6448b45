package atlas.containers;

import atlas.adapters.AwsPorts;
import atlas.app.local.FolderObjectStore;
import atlas.app.local.MemoryJobQueue;
import atlas.app.local.MemoryJobTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where images, jobs and messages are kept: all three on AWS, or all three on this machine. */
sealed interface Backend {
    /** @param lease the visibility time-out of a queue on this machine; one on AWS has its own */
    Ports open(Duration lease, InstantSource clock);

    /** @throws BadSetting if some of the three are named and others are not */
    static Backend from(Environment environment) {
        var names = List.of("ATLAS_BUCKET", "ATLAS_TABLE", "ATLAS_QUEUE_URL");
        var values =
                names.stream().map(environment::text).flatMap(Optional::stream).toList();
        if (values.isEmpty()) {
            return environment
                    .path("ATLAS_DATA_DIR", "/tmp/posters")
                    .<Backend>map(Local::new)
                    .orElseGet(Fleeting::new);
        }
        if (values.size() < names.size()) {
            String missing = names.stream()
                    .filter(name -> environment.text(name).isEmpty())
                    .collect(Collectors.joining(", "));
            throw new BadSetting(("%s must be set together, missing: %s; "
                            + "set all three for AWS, none to keep everything on this machine")
                    .formatted(String.join(", ", names), missing));
        }
        return new Aws(environment.aws(), values.get(0), values.get(1), values.get(2));
    }

    record Aws(AwsPorts aws, String bucket, String table, String queueUrl) implements Backend {
        @Override
        public Ports open(Duration lease, InstantSource clock) {
            return new Ports(aws.objectStore(bucket), aws.jobTable(table), aws.jobQueue(queueUrl), () -> {});
        }
    }

    private static Ports onThisMachine(Path folder, Duration lease, InstantSource clock, Runnable release) {
        return new Ports(
                new FolderObjectStore(folder), new MemoryJobTable(), new MemoryJobQueue(clock, lease), release);
    }

    record Local(Path folder) implements Backend {
        @Override
        public Ports open(Duration lease, InstantSource clock) {
            return onThisMachine(folder, lease, clock, () -> {});
        }
    }

    /** On this machine, and nothing is left of it. */
    record Fleeting() implements Backend {
        @Override
        public Ports open(Duration lease, InstantSource clock) {
            var folder = TemporaryFolder.create();
            return onThisMachine(folder.path(), lease, clock, folder::close);
        }
    }
}
