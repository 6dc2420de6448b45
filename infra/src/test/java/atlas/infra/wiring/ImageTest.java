package atlas.infra.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ProjectFiles;
import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What templates and start script say about the server, against the image that is built and the jar in it. */
class ImageTest {
    private static String dockerfile;
    private static StackTemplate fargate;
    private static StackTemplate instances;
    private static JsonNode container;

    @BeforeAll
    static void read() throws IOException {
        dockerfile = Files.readString(Path.of(ProjectFiles.IMAGE, "Dockerfile")).replace("\\\n", " ");
        fargate = Assembly.with().stack("EcsFargate");
        instances = Assembly.with().stack("Ec2AutoScaling");
        container = fargate.only("AWS::ECS::TaskDefinition").get("/ContainerDefinitions/0");
    }

    /** Whatever else lies there changes the image's hash, and so replaces every task. */
    @Test
    void isMadeOfAJarAndItsDockerfile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(ProjectFiles.IMAGE))) {
            assertEquals(
                    List.of("Dockerfile", "atlas-server.jar"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void listensWhereEverybodyAsks() {
        String port = matched("EXPOSE (\\d+)");

        assertEquals(port, container.at("/PortMappings/0/ContainerPort").asText());
        for (StackTemplate stack : List.of(fargate, instances)) {
            assertEquals(port, stack.named("RouteTargets").text("/Port"));
            assertEquals(port, stack.only("AWS::EC2::SecurityGroupIngress").text("/FromPort"));
        }
        assertEquals(port, blank("Port"));
        assertEquals(port, byItself("address", "port").toString(), "nobody sets PORT");
    }

    @Test
    void isAskedForItsHealthWhereItTells() {
        String path = fargate.named("RouteTargets").text("/HealthCheckPath");

        assertEquals(path, instances.named("RouteTargets").text("/HealthCheckPath"));
        assertEquals(path, blank("HealthPath"));
        assertEquals(Set.of("GET " + path), BuiltJar.SERVER.constants(Pattern.compile("GET /[a-z]+(?= HTTP/)")));
    }

    /** ECS does not look at the image's own HEALTHCHECK, so it is said twice. */
    @Test
    void isCheckedByEcsAsItSaysItself() throws IOException {
        JsonNode check = container.path("HealthCheck");
        JsonNode command = new ObjectMapper().readTree(matched("HEALTHCHECK .*?CMD (\\[.*?])"));

        assertEquals("CMD", check.at("/Command/0").asText());
        assertEquals(
                Json.elements(command).toList(),
                Json.elements(check.path("Command")).skip(1).toList());
        assertEquals(matched("--interval=(\\d+)s"), check.path("Interval").asText());
        assertEquals(matched("--timeout=(\\d+)s"), check.path("Timeout").asText());
        assertEquals(
                matched("--start-period=(\\d+)s"), check.path("StartPeriod").asText());
        assertEquals(matched("--retries=(\\d+)"), check.path("Retries").asText());
    }

    @Test
    void runsAsWhoItWasMadeFor() {
        assertEquals(matched("USER (\\S+)"), container.path("User").asText());
    }

    @Test
    void hasTheProgramsThatAreStarted() throws NoSuchMethodException {
        String server = matched("CMD \\[\"([\\w.]+)\"]\\s*$");
        String check = container.at("/HealthCheck/Command/4").asText();

        assertEquals(server, BuiltJar.SERVER.mainClass(), "an instance starts the jar, a task its class");
        for (String program : List.of(server, check, "atlas.containers.Batch")) {
            assertEquals(
                    void.class,
                    BuiltJar.SERVER
                            .load(program)
                            .getMethod("main", String[].class)
                            .getReturnType());
        }
        assertTrue(script().contains("java -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError -jar"
                + " /opt/atlas/atlas-server.jar\n"));
    }

    @Test
    void hasItsJarWhereTheCheckLooks() {
        assertEquals("/app/", matched("COPY (?:--chmod=\\d+ )?atlas-server.jar (\\S+)"));
        assertEquals(
                "/app/atlas-server.jar", container.at("/HealthCheck/Command/3").asText());
    }

    /** Killed later than it has drained. */
    @Test
    void hasTimeToDrain() {
        long drainSeconds = ((Duration) byItself("drain")).toSeconds();

        assertTrue(container.path("StopTimeout").asInt() > drainSeconds, drainSeconds + " s to drain");
        assertTrue(Integer.parseInt(blank("StopSeconds")) > drainSeconds, drainSeconds + " s to drain");
    }

    /** A setting of the server when no variable is set. */
    private static Object byItself(String... path) {
        return CodeSettings.ofServer(name -> null).read(path);
    }

    private static String matched(String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(dockerfile);
        assertTrue(matcher.find(), pattern);
        return matcher.group(1);
    }

    private static String blank(String name) {
        return ValueText.of(userData().get(1).path(name));
    }

    private static String script() {
        return userData().get(0).asText();
    }

    private static JsonNode userData() {
        Resource launch = instances.only("AWS::EC2::LaunchTemplate");
        return launch.get("/LaunchTemplateData/UserData/Fn::Base64/Fn::Sub");
    }
}
