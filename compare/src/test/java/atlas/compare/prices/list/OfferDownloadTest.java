package atlas.compare.prices.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfferDownloadTest {
    private static final Offer ELB = new Offer("AWSELB", "us-east-1");
    private static final String ELB_PATH = "/offers/v1.0/aws/AWSELB/current/us-east-1/index.csv";
    private static final String PUBLISHED = "Fri, 11 Sep 2026 12:45:44 GMT";

    @TempDir
    private Path cache;

    private final StringWriter progress = new StringWriter();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void unpacksWhatComesZippedAndKeepsIt() throws IOException {
        server.createContext(ELB_PATH, exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.getResponseHeaders().set("Last-Modified", PUBLISHED);
            answer(exchange, 200, zipped("rows"));
        });
        Path file = download().file(ELB);
        assertEquals("rows", Files.readString(file));
        assertEquals(cache.resolve(ELB_PATH.substring(1)), file);
        assertEquals(file, new OfferFolder(cache).file(ELB));
    }

    @Test
    void fetchesNothingThatHasNotChanged() throws IOException {
        server.createContext(ELB_PATH, exchange -> {
            if (PUBLISHED.equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"))) {
                exchange.sendResponseHeaders(304, -1);
                exchange.close();
            } else {
                exchange.getResponseHeaders().set("Last-Modified", PUBLISHED);
                answer(exchange, 200, bytes("rows"));
            }
        });
        download().file(ELB);
        assertEquals("rows", Files.readString(download().file(ELB)));
        assertEquals("fetching %1$s%nunchanged: %1$s%n".formatted(host().resolve(ELB_PATH)), progress.toString());
    }

    @Test
    void findsTheFileOfASavingsPlanByItsRegion() throws IOException {
        server.createContext(
                "/savingsPlan/v1.0/aws/AWSComputeSavingsPlan/current/region_index.json",
                exchange -> answer(exchange, 200, bytes("""
                                {"regions": [{"regionCode": "eu-west-1", "versionUrl": "/savingsPlan/2026/eu-west-1/index.json"},
                                             {"regionCode": "us-east-1", "versionUrl": "/savingsPlan/2026/us-east-1/index.json"}]}
                                """)));
        server.createContext(
                "/savingsPlan/2026/us-east-1/index.csv", exchange -> answer(exchange, 200, bytes("rates")));
        Offer plan = new Offer("AWSComputeSavingsPlan", "us-east-1");
        assertEquals("rates", Files.readString(download().file(plan)));
        assertEquals(cache.resolve(plan.path()), new OfferFolder(cache).file(plan));
    }

    @Test
    void keepsNothingThatBrokeOff() {
        server.createContext(ELB_PATH, exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(bytes("half"));
            exchange.close();
        });
        BadInput refused = assertThrows(BadInput.class, () -> download().file(ELB));
        assertEquals(
                host().resolve(ELB_PATH) + " broke off", refused.getMessage().split(":(?= )")[0]);
        assertFalse(Files.exists(cache.resolve(ELB.path())));
    }

    @Test
    void tellsWhichAddressHasNothing() {
        assertEquals(
                host().resolve(ELB_PATH) + " answered 404",
                assertThrows(BadInput.class, () -> download().file(ELB)).getMessage());
    }

    @Test
    void tellsHowToGoOnWithoutANetwork() {
        URI closed = host();
        server.stop(0);
        assertEquals(
                "cannot reach 127.0.0.1; without a network, --from DIR reads offer files from a folder",
                assertThrows(BadInput.class, () -> new OfferDownload(closed, cache, new PrintWriter(progress))
                                .file(ELB))
                        .getMessage());
    }

    private OfferDownload download() {
        return new OfferDownload(host(), cache, new PrintWriter(progress, true));
    }

    private URI host() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(bytes(text));
        }
        return bytes.toByteArray();
    }
}
