package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.compute.FailurePath.Failure;
import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the events of each function end, whatever goes wrong. That handlers fail in these ways, their own tests show. */
class FailurePathsTest {
    private static StackTemplate httpApi;
    private static Resource source;
    private static Resource queue;
    private static Resource posters;

    @BeforeAll
    static void synthesize() {
        httpApi = Assembly.with().stack("LambdaHttpApi");
        source = httpApi.only("AWS::Lambda::EventSourceMapping");
        queue = Assembly.with().stack("Messaging").named("LambdaHttpApiQueue");
        posters = httpApi.named("Posters");
    }

    /** At the latest: what was begun three times and has a row is recorded as failed at the fourth, and settled. */
    @ParameterizedTest
    @CsvSource({"REPORTED", "ERROR", "TIME_OUT"})
    void keepsAMessageThatNobodySettlesInTheDeadLetterQueue(Failure failure) {
        assertEquals(
                "tried after 0, 720, 1440, 2160, 2880 s, after 3600 s in LambdaHttpApiDeadLetters",
                FailurePath.ofMessage(source, queue, failure).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LambdaS3Trigger | Jobs     | ERROR    | tried after 0, 60, 180 s, after 180 s in CallsFailedQueue",
                "LambdaS3Trigger | Jobs     | TIME_OUT | tried after 0, 180, 420 s, after 540 s in CallsFailedQueue",
                "LambdaSchedule  | Featured | ERROR    | tried after 0, 60, 180 s, after 180 s in CallsFailedQueue",
                "LambdaSchedule  | Featured | TIME_OUT | tried after 0, 180, 420 s, after 540 s in CallsFailedQueue",
            })
    void keepsAnEventThatCannotBeWorkedOnInTheFailureQueue(
            String stackId, String function, Failure failure, String path) {
        assertEquals(path, call(stackId, function, failure).toString());
    }

    /** As AWS recommends: while Lambda is throttled it tries a message for so long, and then it was received in vain. */
    @Test
    void hidesAMessageSixTimesAsLongAsTheFunctionMayTake() {
        int visibility = queue.get("/VisibilityTimeout").asInt();
        assertTrue(visibility >= 6 * posters.get("/Timeout").asInt(), queue.text("/VisibilityTimeout"));
        assertTrue(queue.get("/RedrivePolicy/maxReceiveCount").asInt() >= 5, queue.text("/RedrivePolicy"));
    }

    /** Else the next try would find the job held by a worker that was stopped, and be in vain. */
    @Test
    void holdsAJobLongerThanAWorkerLivesAndShorterThanUntilTheNextTry() {
        assertLeaseFits(posters, FailurePath.ofMessage(source, queue, Failure.TIME_OUT));
        assertLeaseFits(function("LambdaS3Trigger", "Jobs"), call("LambdaS3Trigger", "Jobs", Failure.TIME_OUT));
        assertLeaseFits(function("LambdaSchedule", "Featured"), call("LambdaSchedule", "Featured", Failure.TIME_OUT));
    }

    /** The set-ups that people make: each of them is told apart from ours. */
    @Test
    void wouldLoseEventsInASetUpThatForgetsSomething() {
        Resource deaf = without(source, "FunctionResponseTypes");
        assertEquals(
                FailurePath.LOST,
                FailurePath.ofMessage(deaf, queue, Failure.REPORTED).where());

        StackTemplate stack = Assembly.with().stack("LambdaSchedule");
        Resource config = stack.only("AWS::Lambda::EventInvokeConfig");
        Resource featured = stack.named("Featured");
        assertEquals(
                FailurePath.LOST,
                FailurePath.ofCall(config, featured, List.of(), Failure.ERROR).where());
        assertEquals(
                FailurePath.LOST,
                FailurePath.ofCall(
                                without(config, "DestinationConfig"),
                                featured,
                                allowed(stack, "Featured"),
                                Failure.ERROR)
                        .where());
    }

    private static void assertLeaseFits(Resource function, FailurePath path) {
        int lease = Integer.parseInt(function.text("/Environment/Variables/ATLAS_VISIBILITY_SECONDS")) * 9 / 10;
        assertTrue(function.get("/Timeout").asInt() < lease, function::name);
        assertTrue(lease < path.shortestPause(), path::toString);
    }

    private static Resource function(String stackId, String name) {
        return Assembly.with().stack(stackId).named(name);
    }

    private static FailurePath call(String stackId, String name, Failure failure) {
        StackTemplate stack = Assembly.with().stack(stackId);
        Resource config = stack.only("AWS::Lambda::EventInvokeConfig");
        assertEquals("${%s}".formatted(name), config.text("/FunctionName"));
        return FailurePath.ofCall(config, stack.named(name), allowed(stack, name), failure);
    }

    private static List<String> allowed(StackTemplate stack, String function) {
        return stack.named(function + "RoleDefaultPolicy").statements();
    }

    private static Resource without(Resource resource, String property) {
        ObjectNode json = resource.json().deepCopy();
        ((ObjectNode) json.path("Properties")).remove(property);
        return new Resource(resource.logicalId(), json);
    }
}
