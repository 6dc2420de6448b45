package atlas.containers;

import atlas.adapters.AwsPorts;
import atlas.app.local.FolderObjectStore;
import atlas.app.local.MemoryJobQueue;
import atlas.app.local.MemoryJobTable;
import java.io.IOException;
import java.nio.file.Files;
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
            return new Local(environment.text("ATLAS_DATA_DIR").map(Path::of));
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
            return new Ports(aws.objectStore(bucket), aws.jobTable(table), aws.jobQueue(queueUrl));
        }
    }

    /** @param folder where objects go; without it a new temporary one */
    record Local(Optional<Path> folder) implements Backend {
        @Override
        public Ports open(Duration lease, InstantSource clock) {
            return new Ports(
                    new FolderObjectStore(folder.orElseGet(Local::temporary)),
                    new MemoryJobTable(),
                    new MemoryJobQueue(clock, lease));
        }

        private static Path temporary() {
            try {
                return Files.createTempDirectory("compute-atlas-");
            } catch (IOException e) {
                throw new BadSetting("no temporary folder can be made in %s; try ATLAS_DATA_DIR=FOLDER"
                        .formatted(System.getProperty("java.io.tmpdir")));
            }
        }
    }
}
