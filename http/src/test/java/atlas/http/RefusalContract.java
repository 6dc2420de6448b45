package atlas.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input is refused as the table says, and nobody ever sees a stack trace. */
interface RefusalContract {
    Visitor visitor();

    @ParameterizedTest(name = "{0}")
    @MethodSource("atlas.http.Refusals#all")
    default void refuses(Refusal refusal) throws IOException {
        if (visitor().lacksOneOf(refusal.needs())) {
            assertStoppedOnTheWay(refusal);
        } else {
            assertRefusedByTheApp(refusal);
        }
    }

    private void assertRefusedByTheApp(Refusal refusal) throws IOException {
        Response response = visitor().send(refusal.request());
        assertEquals(refusal.problem(), Visitor.json(response));
        assertEquals(refusal.status(), response.status());
        Visitor.assertHeader("application/problem+json", response, "Content-Type");
        Visitor.assertHeader("no-store", response, "Cache-Control");
        Visitor.assertHeader(visitor().option(), response, "X-Compute-Option");
        if (refusal.status() == 405) {
            Visitor.assertHeader(refusal.request().path().equals("/posters") ? "POST" : "GET, HEAD", response, "Allow");
        }
    }

    /** Whatever stands before the app may refuse in its own words, or hang up. */
    private void assertStoppedOnTheWay(Refusal refusal) {
        Response response;
        try {
            response = visitor().send(refusal.request());
        } catch (IOException hungUp) {
            return;
        }
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertFalse(body.contains("\tat ") || body.contains("Caused by"), body);
        // Who decodes a path may find there what was not written there: /%68ealth is /health to API Gateway.
        int least = refusal.needs().contains(Capability.RAW_TARGET) ? 200 : 400;
        boolean refused = response.status() >= least && response.status() < 500 || response.status() == 501;
        assertTrue(refused, () -> "got status " + response.status());
    }
}
