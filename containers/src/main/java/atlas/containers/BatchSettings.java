package atlas.containers;

import atlas.adapters.AwsPorts;
import atlas.app.InvalidInput;
import atlas.app.ObjectStore;
import atlas.app.Poster;
import atlas.app.Shard;
import atlas.app.Tile;
import atlas.app.local.FolderObjectStore;
import atlas.http.PosterOrder;
import atlas.http.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Every environment variable that the batch program reads.
 *
 * @param objects opens what the shard is written to
 */
record BatchSettings(Shard shard, Supplier<ObjectStore> objects) {
    private static final String EXAMPLE = "'{\"zoom\":2,\"x\":0,\"y\":1,\"columns\":4,\"rows\":2}'";

    /** @throws BadSetting if a variable is missing or holds what it may not hold */
    static BatchSettings from(Environment environment) {
        Poster poster = poster(environment.text("ATLAS_POSTER").orElse(""));
        int shards = environment.number("ATLAS_SHARDS", 1, 1, poster.rows() * Tile.SIZE);
        int index = environment.number("AWS_BATCH_JOB_ARRAY_INDEX", 0, 0, shards - 1);
        return new BatchSettings(new Shard(poster, index, shards), objects(environment));
    }

    private static Poster poster(String json) {
        try {
            return PosterOrder.parse(json.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidInput | Problem e) {
            throw new BadSetting(
                    "ATLAS_POSTER must be what POST /posters takes as its body, got %s: %s; try ATLAS_POSTER=%s"
                            .formatted(json.isEmpty() ? "nothing" : json, e.getMessage(), EXAMPLE));
        }
    }

    private static Supplier<ObjectStore> objects(Environment environment) {
        Optional<String> bucket = environment.text("ATLAS_BUCKET");
        if (bucket.isPresent()) {
            AwsPorts aws = environment.aws();
            return () -> aws.objectStore(bucket.get());
        }
        Path folder = environment
                .path("ATLAS_DATA_DIR", "/tmp/posters")
                .orElseThrow(
                        () -> new BadSetting("neither ATLAS_BUCKET nor ATLAS_DATA_DIR is set, so the shard has nowhere"
                                + " to go; try ATLAS_DATA_DIR=/tmp/posters"));
        return () -> new FolderObjectStore(folder);
    }
}
