package atlas.adapters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;

/** A pod on EKS is told an address on its node and a file with a token; what an agent hands out there is its identity. */
class PodIdentityTest {
    private static final String CREDENTIALS = """
            {"AccessKeyId": "ASIAIOSFODNN7EXAMPLE", "SecretAccessKey": "of-the-pod", "Token": "of-the-session",
             "AccountId": "123456789012", "Expiration": "2099-01-01T00:00:00Z"}""";

    private final Map<String, String> before = new HashMap<>();
    private final Map<String, String> heard = new ConcurrentHashMap<>();
    private HttpServer loopback;

    @BeforeEach
    void listen(@TempDir Path folder) throws IOException {
        loopback = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        loopback.createContext("/v1/credentials", exchange -> answer(exchange, "agent", CREDENTIALS));
        loopback.createContext("/", exchange -> answer(exchange, "table", "{}"));
        loopback.start();
        String address = "http://127.0.0.1:" + loopback.getAddress().getPort();
        // As EKS sets AWS_CONTAINER_CREDENTIALS_FULL_URI and AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE.
        set("aws.containerCredentialsFullUri", address + "/v1/credentials");
        set(
                "aws.containerAuthorizationTokenFile",
                Files.writeString(folder.resolve("eks-pod-identity-token"), "token-of-the-pod")
                        .toString());
        set("aws.endpointUrl", address);
        set("aws.accessKeyId", null);
        set("aws.secretAccessKey", null);
    }

    @AfterEach
    void restore() {
        loopback.stop(0);
        before.forEach(PodIdentityTest::property);
    }

    @Test
    void signsWithWhatTheAgentHandsOut() {
        var table = new AwsPorts(Region.US_EAST_1, TimeLimits.STANDARD).jobTable("jobs");

        assertTrue(table.find("job-00000001").isEmpty());
        assertEquals("token-of-the-pod", heard.get("agent"));
        assertTrue(
                heard.get("table").startsWith("AWS4-HMAC-SHA256 Credential=ASIAIOSFODNN7EXAMPLE/"),
                () -> heard.get("table"));
    }

    private void answer(HttpExchange exchange, String who, String body) throws IOException {
        heard.put(who, exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void set(String name, String value) {
        before.put(name, System.getProperty(name));
        property(name, value);
    }

    private static void property(String name, String value) {
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }
}
