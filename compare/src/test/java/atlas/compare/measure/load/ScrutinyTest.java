package atlas.compare.measure.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrutinyTest {
    private static final Scrutiny SCRUTINY = new Scrutiny("ecs-fargate");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    X-Cache       | Hit from cloudfront
                    x-cache       | RefreshHit from cloudfront
                    X-Cache       | OriginShieldHit from cloudfront
                    Age           | 17
                    Server-Timing | render;dur=0;desc="from cache"
                    """)
    void voidsWhatComesFromACache(String header, String value) {
        var answer = answer("ecs-fargate", header, value);

        String name = header.equals("x-cache") ? "X-Cache" : header;
        assertEquals(
                Optional.of(
                        "an answer came from a cache (%s: %s), and a cache is not the option".formatted(name, value)),
                SCRUTINY.objection(answer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    X-Cache       | Miss from cloudfront
                    X-Cache       | Error from cloudfront
                    Age           | 0
                    Server-Timing | render;dur=11.30
                    """)
    void takesWhatTheOptionDidItself(String header, String value) {
        assertEquals(Optional.empty(), SCRUTINY.objection(answer("ecs-fargate", header, value)));
    }

    @Test
    void voidsWhatAnotherOptionAnswered() {
        assertEquals(
                Optional.of("an answer came from another option (X-Compute-Option: ecs-ec2)"),
                SCRUTINY.objection(answer("ecs-ec2", "Age", "0")));
        assertEquals(
                Optional.of("an answer does not say which option it is from (no X-Compute-Option)"),
                SCRUTINY.objection(new Answer(200, Map.of("Content-Type", "image/png"), 100)));
    }

    /** A throttle or a load balancer answers in its own name; it is a failure, and counted as one. */
    @Test
    void leavesRefusalsToTheCount() {
        assertEquals(Optional.empty(), SCRUTINY.objection(new Answer(429, Map.of(), 0)));
    }

    private static Answer answer(String option, String header, String value) {
        return new Answer(200, Map.of("Content-Type", "image/png", "X-Compute-Option", option, header, value), 100);
    }
}
