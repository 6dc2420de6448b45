package atlas.adapters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

@ExtendWith(LocalAws.Shared.class)
class AwsPortsTest {
    private static final TimeLimits IMPATIENT =
            new TimeLimits(Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofMillis(500));

    private final LocalAws aws;

    AwsPortsTest(LocalAws aws) {
        this.aws = aws;
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void refusesToStartWithoutARegion(String region) {
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_REGION", region);

        var refused = assertThrows(IllegalArgumentException.class, () -> AwsPorts.from(environment::get));
        assertEquals(
                "AWS_REGION is not set; name the region of bucket, table and queue, as in AWS_REGION=us-east-1",
                refused.getMessage());
    }

    @Test
    void givesUpOnASilentService() {
        var table = new AwsPorts(LocalAws.REGION, IMPATIENT).jobTable("any");
        aws.wire().spoil("dynamodb:GetItem", Fault.SILENT, Fault.SILENT, Fault.SILENT);

        long start = System.nanoTime();
        assertThrows(ApiCallTimeoutException.class, () -> table.find("job-00000001"));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, () -> "gave up after " + took);
        assertFalse(Thread.currentThread().isInterrupted(), "the thread may go on");
    }

    @Test
    void waitsForAMessageLongerThanForAnAnswer() throws InterruptedException {
        Duration answer = Duration.ofSeconds(3); // which is also how late a busy machine may be
        var limits = new TimeLimits(answer, answer, answer);
        var queue = new AwsPorts(LocalAws.REGION, limits).jobQueue(aws.newQueue(Duration.ofMinutes(1)));
        assertTrue(queue.receive(answer.plusSeconds(1)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nio.netty.NettyNioAsyncHttpClient", "apache5.Apache5HttpClient", "apache.ApacheHttpClient"})
    void carriesNoHttpClientThatItDoesNotUse(String unused) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("software.amazon.awssdk.http." + unused));
    }
}
