package atlas.compare.measure.here;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ListeningTest {
    @Test
    void isReadFromTheServersLog() {
        assertEquals(
                URI.create("http://127.0.0.1:34567/"),
                Listening.in("{\"level\":\"INFO\",\"message\":\"listening on http://127.0.0.1:34567/\"}")
                        .orElseThrow()
                        .root());
    }

    @Test
    void isNothingElse() {
        assertTrue(Listening.in("{\"message\":\"draining for 0 s\"}").isEmpty());
        assertTrue(Listening.in("listening on http://0.0.0.0:80/").isEmpty());
    }
}
