package atlas.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Contexts that nobody would think of: on the command line lines of text, in cdk.json anything that is JSON. */
class SettingsFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<byte[]> onTheCommandLine() {
        return Stream.of(
                        Settings.ALL.stream()
                                .map(setting -> setting.key() + "=" + setting.example())
                                .collect(Collectors.joining("\n")),
                        "options=lambda-http-api, ecs-fargate\nregion=eu-west-1\nzoneNames=eu-west-1a,eu-west-1c",
                        "region=af-south-1\ncloudFrontPrefixList=pl-0123456789abcdef0",
                        "provisionedConcurrency=5\nsnapStart=false\nreservedConcurrency=5",
                        "profile=production\nminUnits=2\nmaxUnits=10\nreadOnlyRoot=true\ntaskCpu=4096\ntaskMemory=30720",
                        "owner=Zoë @ team-blue/2\nexpires=2024-02-29T23:59\nbudget=100000\nemail=a@b.co",
                        "@aws-cdk/core:target-partitions=aws\nregoin=us-east-1")
                .map(text -> text.getBytes(UTF_8));
    }

    @MethodSource("onTheCommandLine")
    @FuzzTest(maxDuration = "20s")
    void areTakenOrRefusedInOneLine(byte[] lines) {
        Map<String, Object> context = new TreeMap<>();
        new String(lines, UTF_8)
                .lines()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> context.put(pair[0], pair[1]));
        read(context);
    }

    static Stream<byte[]> inTheFile() {
        return Stream.of(
                        "{\"options\": [\"ecs-fargate\", \"ecs-ec2\"], \"maxUnits\": 3, \"snapStart\": false}",
                        "{\"allowCidr\": [\"203.0.113.0/24\"], \"budget\": 20.0, \"email\": \"you@example.com\"}",
                        "{\"functionMemory\": 1e3, \"owner\": {\"a\": [null, 1.5, true]}, \"minUnits\": -0.0}")
                .map(text -> text.getBytes(UTF_8));
    }

    @MethodSource("inTheFile")
    @FuzzTest(maxDuration = "20s")
    void ofAnyTypeAreTakenOrRefusedInOneLine(byte[] json) {
        Map<String, Object> context;
        try {
            context = JSON.readValue(json, new TypeReference<TreeMap<String, Object>>() {});
        } catch (IOException noJson) {
            return;
        }
        if (context != null) {
            read(context);
        }
    }

    private static void read(Map<String, Object> context) {
        try {
            assertFalse(Settings.from(context).options().isEmpty());
        } catch (SettingsException refused) {
            assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
        }
    }
}
