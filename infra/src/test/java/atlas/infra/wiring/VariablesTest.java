package atlas.infra.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the templates set, against what the code reads. */
class VariablesTest {
    private static final Pattern NAME = Pattern.compile("\\b(ATLAS_[A-Z]+(_[A-Z]+)*|AWS_REGION)\\b");
    private static final Assembly OPEN = Assembly.with();
    private static final Assembly CLOSED = Assembly.with("allowCidr=203.0.113.0/24");

    /** A variable that nobody reads is a setting that does nothing. */
    @Test
    void everyVariableThatIsSetIsRead() {
        Set<String> server = BuiltJar.SERVER.constants(NAME);
        Set<String> functions = BuiltJar.FUNCTIONS.constants(NAME);

        assertEquals(Set.of(), without(Variables.ofTask(OPEN).keySet(), server));
        assertEquals(Set.of(), without(Variables.ofInstance(OPEN).keySet(), server));
        assertEquals(Set.of(), without(Variables.ofPod(OPEN).keySet(), server));
        assertEquals(Set.of(), without(Variables.ofFunction(CLOSED, "Requests").keySet(), functions));
        assertEquals(Set.of(), without(Variables.ofFunction(CLOSED, "Posters").keySet(), functions));
        assertEquals(
                Set.of(),
                without(Variables.ofFunction(OPEN, "LambdaS3Trigger", "Jobs").keySet(), functions));
    }

    /** The server itself says so: bucket, table, queue and region are all there, and each value is one it takes. */
    @Test
    void theServerTakesTheVariablesOfATask() {
        CodeSettings settings = CodeSettings.ofServer(Variables.ofTask(OPEN)::get);

        assertEquals("ecs-fargate", settings.read("mount", "option"));
        assertEquals("/ecs-fargate", settings.read("mount", "prefix"));
        assertEquals("INFO", settings.read("logLevel").toString());
        assertEquals(Variables.SECRET, settings.read("jobKey"));
        assertEquals("Aws", settings.read("backend").getClass().getSimpleName(), "where posters are kept");
    }

    @Test
    void theServerTakesTheVariablesOfAnInstance() {
        CodeSettings settings = CodeSettings.ofServer(Variables.ofInstance(OPEN)::get);

        assertEquals("ec2-auto-scaling", settings.read("mount", "option"));
        assertEquals("/ec2-auto-scaling", settings.read("mount", "prefix"));
        assertEquals("Aws", settings.read("backend").getClass().getSimpleName(), "where posters are kept");
    }

    @Test
    void theServerTakesTheVariablesOfAPod() {
        CodeSettings settings = CodeSettings.ofServer(Variables.ofPod(OPEN)::get);

        assertEquals("eks-managed-nodes", settings.read("mount", "option"));
        assertEquals("/eks-managed-nodes", settings.read("mount", "prefix"));
        assertEquals("Aws", settings.read("backend").getClass().getSimpleName(), "where posters are kept");
        assertEquals(
                "Optional[us-east-1a]", settings.read("whereabouts", "zone").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Requests", "Posters"})
    void aFunctionTakesItsVariables(String name) {
        CodeSettings settings = CodeSettings.ofFunction(Variables.ofFunction(OPEN, name)::get);

        assertEquals("lambda-http-api", settings.read("mount", "option"));
        assertEquals("/lambda-http-api", settings.read("mount", "prefix"));
        assertTrue(settings.admits("198.51.100.8", ""), "closed, though nobody asked for it");
    }

    @ParameterizedTest
    @CsvSource({"lambda-s3-trigger, LambdaS3Trigger, Jobs", "lambda-schedule, LambdaSchedule, Featured"})
    void aTriggerTakesItsVariables(String option, String stack, String name) {
        CodeSettings settings = CodeSettings.ofTrigger(Variables.ofFunction(OPEN, stack, name)::get);

        assertEquals(option, settings.read("option"));
        assertEquals("atlas-Posters", settings.read("bucket"));
        assertEquals("atlas-Jobs", settings.read("table"));
        assertEquals(Duration.ofSeconds(150), settings.read("visibility"));
    }

    @Test
    void aClosedFunctionKnowsWhomItMayLetIn() {
        CodeSettings settings = CodeSettings.ofFunction(Variables.ofFunction(CLOSED, "Requests")::get);

        assertTrue(settings.admits("203.0.113.99", ""));
        assertFalse(settings.admits("198.51.100.8", ""));
        assertTrue(settings.admits("198.51.100.8", Variables.SECRET));
    }

    /** The header by which CloudFront is known is called the same on both sides. */
    @Test
    void theEdgeSendsTheHeaderThatFunctionsLookFor() {
        String sent = CLOSED.stack("Cdn")
                .only("AWS::CloudFront::Distribution")
                .text("/DistributionConfig/Origins/2/OriginCustomHeaders/0/HeaderName");

        assertEquals(Set.of(sent), BuiltJar.FUNCTIONS.constants(Pattern.compile("x-atlas-[a-z]+")));
    }

    /** A worker holds a job as long as the queue hides its message, or two would work on it. */
    @Test
    void theLeaseIsTheQueuesVisibilityTimeOut() {
        assertEquals(visibility("LambdaHttpApi"), lease(Variables.ofFunction(OPEN, "Posters")));
        assertEquals(visibility("EcsFargate"), lease(Variables.ofTask(OPEN)));
        assertEquals(visibility("Ec2AutoScaling"), lease(Variables.ofInstance(OPEN)));
        assertEquals(visibility("EksManagedNodes"), lease(Variables.ofPod(OPEN)));
    }

    private static String visibility(String option) {
        return OPEN.stack("Messaging").named(option + "Queue").text("/VisibilityTimeout");
    }

    private static String lease(Map<String, String> variables) {
        return variables.get("ATLAS_VISIBILITY_SECONDS");
    }

    private static Set<String> without(Set<String> names, Set<String> known) {
        Set<String> rest = new TreeSet<>(names);
        rest.removeAll(known);
        return rest;
    }
}
