package atlas.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Environments that nobody would think of. One that holds what it may not is refused, and nothing else happens. */
class SettingsFuzzTest {
    static Stream<byte[]> environments() {
        return Stream.of(
                        "ATLAS_OPTION=ecs-fargate\nATLAS_PREFIX=/ecs-fargate\nHOST=127.0.0.1\nPORT=0\nATLAS_THREADS=3"
                                + "\nATLAS_BACKLOG=7\nATLAS_DRAIN_SECONDS=0\nATLAS_VISIBILITY_SECONDS=180"
                                + "\nATLAS_JOB_KEY=secret\nATLAS_LOG_LEVEL=DEBUG\nATLAS_DATA_DIR=data\nATLAS_ZONE=a",
                        "ATLAS_BUCKET=images\nATLAS_TABLE=jobs\nATLAS_QUEUE_URL=http://127.0.0.1/q\nAWS_REGION=us-east-1",
                        "ATLAS_POSTER={\"zoom\":2,\"x\":0,\"y\":1,\"columns\":4,\"rows\":2}\nATLAS_SHARDS=4"
                                + "\nAWS_BATCH_JOB_ARRAY_INDEX=3\nATLAS_DATA_DIR=/tmp",
                        "ATLAS_PAGE=app/page\nATLAS_INSTANCE=i-1\nECS_CONTAINER_METADATA_URI_V4=http://169.254.170.2/v4/x",
                        "PORT=80\r80",
                        "ATLAS_DATA_DIR=a\0b\nATLAS_PAGE=a\0b\nATLAS_THREADS=9999999999")
                .map(text -> text.getBytes(UTF_8));
    }

    @MethodSource("environments")
    @FuzzTest(maxDuration = "20s")
    void areTakenOrRefused(byte[] environment) {
        Map<String, String> variables = new HashMap<>();
        new String(environment, UTF_8)
                .lines()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> variables.put(pair[0], pair[1]));
        requireOneOf(() -> ServerSettings.from(new Environment(variables::get)));
        requireOneOf(() -> BatchSettings.from(new Environment(variables::get)));
    }

    private static void requireOneOf(Runnable reading) {
        try {
            reading.run();
        } catch (BadSetting refused) {
            assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
        }
    }
}
