package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.app.Poster;
import atlas.app.Shard;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchSettingsTest {
    private static final Map<String, String> GOOD = Map.of(
            "ATLAS_POSTER", "{\"zoom\":2,\"x\":0,\"y\":1,\"columns\":4,\"rows\":2,\"iterations\":50}",
            "ATLAS_SHARDS", "3",
            "AWS_BATCH_JOB_ARRAY_INDEX", "2",
            "ATLAS_DATA_DIR", "/tmp/posters");
    private static final String EXAMPLE = "; try ATLAS_POSTER='{\"zoom\":2,\"x\":0,\"y\":1,\"columns\":4,\"rows\":2}'";

    @Test
    void takesItsShardFromTheArrayIndex() {
        assertEquals(new Shard(new Poster(2, 0, 1, 4, 2, 50), 2, 3), read(GOOD).shard());
    }

    @Test
    void rendersTheWholePosterWhenItIsNotPartOfAnArray() {
        var alone = new HashMap<>(GOOD);
        alone.remove("ATLAS_SHARDS");
        alone.remove("AWS_BATCH_JOB_ARRAY_INDEX");
        assertEquals(new Shard(new Poster(2, 0, 1, 4, 2, 50), 0, 1), read(alone).shard());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `` | nothing: the body must be one JSON object
            [] | []: the body must be one JSON object
            {"zoom":2 | {"zoom":2: the body must be one JSON object; it stops being one at line 1, column 10
            {"zoom":31} | {"zoom":31}: x is missing; a poster needs zoom, x, y, columns and rows
            {"zoom":31,"x":0,"y":0,"columns":1,"rows":1} | {"zoom":31,"x":0,"y":0,"columns":1,"rows":1}: zoom must be 0 to 30, got 31
            {"z":2} | {"z":2}: there is no such field; the fields are zoom, x, y, columns, rows, iterations
            """)
    void refusesWhatIsNoPoster(String poster, String reason) {
        assertEquals(
                "ATLAS_POSTER must be what POST /posters takes as its body, got " + reason + EXAMPLE,
                refusal("ATLAS_POSTER", poster));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ATLAS_SHARDS | 0 | ATLAS_SHARDS must be 1 to 512, got 0; try ATLAS_SHARDS=1
            ATLAS_SHARDS | 513 | ATLAS_SHARDS must be 1 to 512, got 513; try ATLAS_SHARDS=1
            AWS_BATCH_JOB_ARRAY_INDEX | 3 | AWS_BATCH_JOB_ARRAY_INDEX must be 0 to 2, got 3; try AWS_BATCH_JOB_ARRAY_INDEX=0
            AWS_BATCH_JOB_ARRAY_INDEX | one | AWS_BATCH_JOB_ARRAY_INDEX must be 0 to 2, got one; try AWS_BATCH_JOB_ARRAY_INDEX=0
            ATLAS_BUCKET | images | AWS_REGION is not set; name the region of bucket, table and queue, as in AWS_REGION=us-east-1
            """)
    void refuses(String name, String value, String message) {
        assertEquals(message, refusal(name, value));
    }

    @Test
    void refusesToHaveNowhereToPutTheShard() {
        assertEquals(
                "neither ATLAS_BUCKET nor ATLAS_DATA_DIR is set, so the shard has nowhere to go;"
                        + " try ATLAS_DATA_DIR=/tmp/posters",
                refusal("ATLAS_DATA_DIR", ""));
    }

    private static BatchSettings read(Map<String, String> variables) {
        return BatchSettings.from(new Environment(variables::get));
    }

    private static String refusal(String name, String value) {
        var variables = new HashMap<>(GOOD);
        variables.put(name, value);
        return assertThrows(BadSetting.class, () -> read(variables)).getMessage();
    }
}
