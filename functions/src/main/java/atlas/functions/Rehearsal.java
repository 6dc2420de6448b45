package atlas.functions;

import atlas.adapters.RehearsalPorts;
import atlas.http.AtlasApi;
import atlas.http.JsonLog;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * Plays every kind of request once before a snapshot is taken, so that classes are loaded and code is compiled in it. All
 * of it happens in memory: no credentials are read, and no connection is open when the environment is frozen.
 */
final class Rehearsal implements Runnable {
    /** Enough tiles for the compiler to take notice of the loops that make them. */
    private static final int TILES = 8;

    private static final String POSTER = "{\"zoom\":1,\"x\":0,\"y\":0,\"columns\":1,\"rows\":1}";
    private static final Map<String, String> ENVIRONMENT =
            Map.of("ATLAS_BUCKET", "rehearsal", "ATLAS_TABLE", "rehearsal", "ATLAS_QUEUE_URL", "rehearsal");

    @Override
    public void run() {
        requests();
        tls();
    }

    /** The status of each answer. */
    static List<Integer> requests() {
        AtlasApi api = stage();
        var statuses = new ArrayList<Integer>();
        for (int zoom = 1; zoom <= TILES; zoom++) {
            statuses.add(play(api, "GET", "/tiles/%d/0/%d.png".formatted(zoom, 1 << zoom - 1), ""));
        }
        statuses.add(play(api, "GET", "/", ""));
        statuses.add(play(api, "POST", "/posters", POSTER));
        statuses.add(play(api, "GET", "/posters/rehearsal", ""));
        statuses.add(play(api, "GET", "/posters/rehearsal.png", ""));
        statuses.add(play(api, "GET", "/nothing", ""));
        return statuses;
    }

    /** What answers is the same as ever; only where it keeps things and logs is not. */
    private static AtlasApi stage() {
        var settings = FunctionSettings.from(ENVIRONMENT::get);
        var clock = InstantSource.system();
        var ports = new Ports(RehearsalPorts.jobTable(), RehearsalPorts.jobQueue(), RehearsalPorts.objectStore());
        var log =
                new JsonLog("rehearsal", settings.logLevel(), clock, new PrintStream(OutputStream.nullOutputStream()));
        return new Launch(settings, ports, log, clock, () -> "rehearsal", ENVIRONMENT::get).restored();
    }

    private static int play(AtlasApi api, String method, String path, String body) {
        var http = RequestContext.Http.builder().withMethod(method).build();
        var event = APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withHeaders(Map.of("content-type", "application/json", "idempotency-key", "rehearsal"))
                .withBody(body)
                .withRequestContext(RequestContext.builder().withHttp(http).build())
                .build();
        return HttpApiEvents.response(api.answer(HttpApiEvents.request(event))).getStatusCode();
    }

    /** The first words of a TLS connection, said to nobody: they load the provider and the trusted certificates. */
    private static void tls() {
        try {
            SSLEngine client = SSLContext.getDefault().createSSLEngine("rehearsal", 443);
            client.setUseClientMode(true);
            client.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(client.getSession().getPacketBufferSize()));
        } catch (GeneralSecurityException | SSLException e) {
            throw new IllegalStateException("this JVM cannot speak TLS, so it cannot reach AWS", e);
        }
    }
}
