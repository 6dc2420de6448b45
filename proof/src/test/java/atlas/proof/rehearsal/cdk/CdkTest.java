package atlas.proof.rehearsal.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import atlas.proof.rehearsal.aws.Endpoint;
import atlas.proof.rehearsal.cdk.Cdk.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the CDK's command line gets to see, and how it ends. */
class CdkTest {
    private static final Map<String, String> SHELL = Map.of(
            "PATH", System.getenv("PATH"),
            "HOME", "/home/somebody",
            "AWS_PROFILE", "company",
            "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
            "AWS_SESSION_TOKEN", "secret",
            "AWS_ENDPOINT_URL_S3", "https://s3.amazonaws.com",
            "AWS_WEB_IDENTITY_TOKEN_FILE", "/var/run/token",
            "CDK_HOME", "/home/somebody/.cdk",
            "HTTPS_PROXY", "http://proxy:3128");

    @TempDir
    private Path folder;

    private Ran run(Duration patience, String script) throws IOException, InterruptedException {
        Path program = Files.writeString(folder.resolve("cdk"), script);
        try (RunLog log = new RunLog(folder.resolve("a.log"), line -> {})) {
            return new Cdk(
                            List.of("sh", program.toString()),
                            folder.resolve("home"),
                            Endpoint.parse("http://127.0.0.1:4566", false),
                            "us-east-1",
                            Map.of(),
                            SHELL,
                            patience,
                            log)
                    .run("deploy");
        }
    }

    @Test
    void knowsNobodysCredentials() throws IOException, InterruptedException {
        Map<String, String> seen = new TreeMap<>();
        run(Duration.ofSeconds(20), "env")
                .lines()
                .forEach(line -> seen.put(line.replaceFirst("=.*", ""), line.replaceFirst("[^=]*=", "")));
        seen.keySet().removeIf(name -> !name.startsWith("AWS_") && !name.endsWith("HOME") && !name.contains("PROXY"));

        String home = folder.resolve("home").toString();
        assertEquals(
                new TreeMap<>(Map.of(
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_CONFIG_FILE", home + "/no-config",
                        "AWS_DEFAULT_REGION", "us-east-1",
                        "AWS_EC2_METADATA_DISABLED", "true",
                        "AWS_ENDPOINT_URL", "http://127.0.0.1:4566",
                        "AWS_REGION", "us-east-1",
                        "AWS_SECRET_ACCESS_KEY", "test",
                        "AWS_SHARED_CREDENTIALS_FILE", home + "/no-credentials",
                        "CDK_HOME", home + "/.cdk",
                        "HOME", home)),
                seen);
    }

    @Test
    void endsWhatTakesTooLongWithAllItStarted() throws IOException, InterruptedException {
        Ran ran = run(Duration.ofSeconds(1), "sleep 600 & echo $!; wait");

        assertEquals(-1, ran.code());
        assertEquals("it took too long and was ended", ran.reason());
        long child = Long.parseLong(ran.lines().get(0));
        assertFalse(ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false));
    }

    @Test
    void tellsTheFirstReasonOfAFailure() throws IOException, InterruptedException {
        Ran ran = run(Duration.ofSeconds(20), "echo one; echo 'AtlasWeb failed:   no such type'; echo two; exit 1");

        assertEquals(1, ran.code());
        assertEquals("AtlasWeb failed: no such type", ran.reason());
    }
}
