package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The second container of a task: what it takes from the first, and who waits for whom. */
class LogRouterTest {
    private static StackTemplate stack;
    private static Resource task;

    @BeforeAll
    static void synthesize() {
        stack = Assembly.with().stack("EcsEc2");
        task = stack.named("Task");
    }

    /** The router is there for the first line and, since the order is turned round at the end, for the last one. */
    @Test
    void startsAfterItsLogRouterIsWell() {
        assertEquals(
                "Condition HEALTHY, ContainerName log-router",
                ValueText.of(container("app").path("DependsOn")));
        assertEquals(
                "CMD-SHELL, curl --fail --silent http://127.0.0.1:2020/api/v1/uptime || exit 1",
                ValueText.of(container("log-router").at("/HealthCheck/Command")));
    }

    /** The uptime it is asked for is served with this configuration of the image, and with none of its others. */
    @Test
    void routesLinesAsTheyWereWritten() {
        assertEquals(
                "Name cloudwatch_logs, auto_create_group false, log_group_name ${Log}, log_key log,"
                        + " log_stream_prefix fluent-bit/, region us-east-1",
                ValueText.of(container("app").at("/LogConfiguration/Options")));
        assertEquals(
                "awsfirelens",
                container("app").at("/LogConfiguration/LogDriver").asText());
        assertEquals(
                "config-file-type file, config-file-value /fluent-bit/configs/output-metrics-healthcheck.conf,"
                        + " enable-ecs-log-metadata false",
                ValueText.of(container("log-router").at("/FirelensConfiguration/Options")));
        assertEquals(
                "awslogs",
                container("log-router").at("/LogConfiguration/LogDriver").asText(),
                "a router cannot route its own");
    }

    @Test
    void pinsTheRoutersImage() {
        assertTrue(container("log-router")
                .path("Image")
                .asText()
                .matches("public\\.ecr\\.aws/aws-observability/aws-for-fluent-bit:\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void stopsTheRouterAfterTheApp() {
        int app = container("app").path("StopTimeout").asInt();
        int router = container("log-router").path("StopTimeout").asInt();
        int deregistration = Integer.parseInt(stack.named("RouteTargets")
                .attribute("/TargetGroupAttributes", "deregistration_delay.timeout_seconds"));

        assertEquals(List.of(30, 40), List.of(app, router));
        assertTrue(deregistration + app + router < 120, "Spot gives two minutes");
    }

    private static JsonNode container(String name) {
        return task.element("/ContainerDefinitions", "Name", name);
    }
}
