package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The start script as CloudFormation hands it to an instance, its blanks filled in. */
class Ec2UserDataTest {
    private static final Pattern BLANK = Pattern.compile("\\$\\{(\\w+)}");

    private static JsonNode substitution;
    private static String script;

    @BeforeAll
    static void synthesize() {
        substitution = Assembly.with()
                .stack("Ec2AutoScaling")
                .only("AWS::EC2::LaunchTemplate")
                .get("/LaunchTemplateData/UserData/Fn::Base64/Fn::Sub");
        script = substitution.get(0).asText();
        for (var blank : Json.sorted(substitution.get(1)).entrySet()) {
            script = script.replace(
                    "${" + blank.getKey() + "}",
                    ValueText.of(blank.getValue())
                            .replaceAll("\\$\\{.*?}", "token")
                            .replace("\\n", "\n"));
        }
    }

    /** CloudFormation refuses a blank that it does not know, and says nothing of a value that nobody uses. */
    @Test
    void fillsInEveryBlankAndNoOther() {
        Set<String> blanks = new TreeSet<>();
        Matcher matcher = BLANK.matcher(substitution.get(0).asText());
        while (matcher.find()) {
            blanks.add(matcher.group(1));
        }

        assertEquals(Json.sorted(substitution.get(1)).keySet(), blanks);
        assertFalse(script.contains("${"), script);
    }

    /** Else checks take it for a reference, and see a circle where there is none. */
    @Test
    void namesNoBlankLikeAResource() {
        Set<String> resources = Assembly.with().stack("Ec2AutoScaling").all().stream()
                .map(Resource::logicalId)
                .collect(Collectors.toSet());

        Json.sorted(substitution.get(1)).keySet().forEach(blank -> assertFalse(resources.contains(blank), blank));
    }

    @Test
    void isAScriptThatBashCanRead() throws IOException, InterruptedException {
        Process bash =
                new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
        bash.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
        bash.getOutputStream().close();
        String complaints = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertTrue(bash.waitFor(20, TimeUnit.SECONDS));
        assertEquals("", complaints);
        assertEquals(0, bash.exitValue());
    }

    /** Whatever line fails, the signal carries its exit code, so that creation fails at once and not after ten minutes. */
    @Test
    void signalsHoweverItEnds() {
        String[] lines = script.split("\n");

        assertEquals("#!/bin/bash", lines[0]);
        assertTrue(script.indexOf("set -euo pipefail") < script.indexOf("trap '"));
        assertTrue(script.contains("trap '/opt/aws/bin/cfn-signal --exit-code $? --stack AtlasEc2AutoScaling"
                + " --resource Group --region us-east-1 || true' EXIT"));
        assertTrue(script.indexOf("trap '") < script.indexOf("dnf install"));
    }

    @Test
    void waitsUntilTheAppAnswers() {
        assertTrue(script.strip().endsWith("http://127.0.0.1:8080/health"), script);
    }

    @Test
    void handsTheAppItsVariables() {
        String file = heredoc("/etc/atlas.env");

        assertTrue(file.contains("ATLAS_OPTION=ec2-auto-scaling\n"), file);
        assertTrue(file.contains("ATLAS_PREFIX=/ec2-auto-scaling\n"), file);
        assertTrue(file.contains("AWS_REGION=us-east-1\n"), file);
        assertTrue(file.contains("ATLAS_INSTANCE=$instance\n"), file);
        file.lines().forEach(line -> assertTrue(line.matches("[A-Z_]+=\\S.*"), line));
    }

    /** systemd sends SIGTERM and waits as long as ECS does, before it kills. */
    @Test
    void letsTheAppFinishBeforeItIsStopped() {
        String unit = heredoc("/etc/systemd/system/atlas.service");

        assertTrue(unit.contains("TimeoutStopSec=30\n"), unit);
        assertTrue(unit.contains("SuccessExitStatus=143\n"), unit);
        assertTrue(unit.contains("User=atlas\n"), unit);
        assertTrue(unit.contains("Restart=always\n"), unit);
    }

    @Test
    void sendsTheAppsLogToItsGroup() throws JsonProcessingException {
        JsonNode files = new ObjectMapper()
                .readTree(heredoc("/opt/aws/amazon-cloudwatch-agent/etc/atlas.json"))
                .at("/logs/logs_collected/files/collect_list");

        assertEquals(2, files.size());
        assertEquals("/var/log/atlas/server.log", files.at("/0/file_path").asText());
        assertTrue(heredoc("/etc/systemd/system/atlas.service")
                .contains("StandardOutput=append:/var/log/atlas/server.log\n"));
        assertEquals("token", files.at("/0/log_group_name").asText());
        assertEquals("${Log}", ValueText.of(substitution.get(1).path("LogGroup")));
    }

    /** EC2 refuses more, counted before the base64. */
    @Test
    void isShortEnough() {
        assertTrue(script.length() < 16 * 1024, script.length() + " bytes");
    }

    private static String heredoc(String file) {
        Matcher matcher = Pattern.compile("cat > %s <<'?END'?\n(.*?)\nEND\n".formatted(file), Pattern.DOTALL)
                .matcher(script);
        assertTrue(matcher.find(), file);
        return matcher.group(1) + "\n";
    }
}
