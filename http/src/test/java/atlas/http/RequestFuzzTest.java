package atlas.http;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that nobody would think of, made of the bytes of those that the contract suite refuses. */
class RequestFuzzTest {
    static Stream<byte[]> seeds() {
        Stream<Request> refused = Refusals.all().map(Refusal::request);
        Stream<Request> taken = Stream.of(
                Refusal.get("/option/tiles/3/2/3.png?iterations=500"),
                Refusal.get("/posters/job-0001.png"),
                new Request("HEAD", "/tiles/0/0/0.png", "", Map.of("If-None-Match", "W/\"a\", *"), new byte[0]),
                Refusal.orderWithKey(Refusal.SOME_POSTER, "training"));
        return Stream.concat(refused, taken).map(RequestBytes::of);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void isAnsweredAsAgreed(byte[] request) throws IOException {
        AnsweredAsAgreed.check(RequestBytes.read(request));
    }
}
