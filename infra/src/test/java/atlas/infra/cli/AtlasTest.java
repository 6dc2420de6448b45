package atlas.infra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ComputeOption;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtlasTest {
    @Test
    void listsTheOptionsAsATable() {
        Ran list = Ran.atlas("list");

        assertEquals("""
                id                 title                                    family           tier    way in         stack
                ec2-auto-scaling   EC2 Auto Scaling behind a load balancer  virtual machine  deploy  load balancer  Ec2AutoScaling
                ecs-ec2            ECS on EC2 instances                     container        deploy  load balancer  EcsEc2
                ecs-fargate        ECS on Fargate                           container        deploy  load balancer  EcsFargate
                eks-managed-nodes  EKS on managed node groups               container        deploy  load balancer  EksManagedNodes
                lambda-http-api    Lambda behind an HTTP API                function         deploy  HTTP API       LambdaHttpApi
                lambda-s3-trigger  Lambda on objects created in S3          function         deploy  S3 event       LambdaS3Trigger
                lambda-schedule    Lambda on a schedule                     function         deploy  schedule       LambdaSchedule
                """, list.out());
        assertEquals("", list.err());
        assertEquals(0, list.exitCode());
    }

    @Test
    void listsTheOptionsAsJson() throws Exception {
        JsonNode options =
                new ObjectMapper().readTree(Ran.atlas("list", "--json").out());

        assertEquals(ComputeOption.values().length, options.size());
        assertEquals(
                "{\"id\":\"ecs-fargate\",\"title\":\"ECS on Fargate\",\"family\":\"container\",\"tier\":\"deploy\","
                        + "\"wayIn\":\"load balancer\",\"stack\":\"EcsFargate\"}",
                options.get(2).toString());
    }

    @Test
    void namesTheNearestIdsForAnUnknownOne() {
        Ran synth = Ran.atlas("synth", "ecs-fargat");

        assertEquals(
                "error: unknown option ecs-fargat; did you mean ecs-fargate, ecs-ec2, ec2-auto-scaling?"
                        + " ./atlas list shows all\n",
                synth.err());
        assertEquals("", synth.out());
        assertEquals(2, synth.exitCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    maxUnits=11      | maxUnits must be 1 to 10, got 11; try -c maxUnits=2
                    regoin=eu-west-1 | unknown setting regoin; did you mean region? docs/settings.md lists them
                    options=fargate  | unknown option fargate; did you mean ecs-fargate, ecs-ec2, lambda-http-api? ./atlas list shows all
                    profile=dev      | profile must be sandbox or production, got dev; try -c profile=sandbox
                    """)
    void refusesASettingBeforeAnythingIsBuilt(String setting, String message) {
        Ran synth = Ran.atlas("synth", "-c", setting);

        assertTrue(synth.err().startsWith("error: " + message), synth.err());
        assertEquals(1, synth.err().lines().count());
        assertEquals(2, synth.exitCode());
    }

    @Test
    void saysWhereItCannotWrite(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        Ran synth = Ran.atlas("synth", "--output", file.resolve("below").toString());

        assertEquals(
                "error: cannot write to %s; name another folder with --output\nTry './atlas synth --help'.\n"
                        .formatted(file.resolve("below")),
                synth.err());
        assertEquals(2, synth.exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list --wide", "synth -c", "synth -c region", "draw", "docs now"})
    void pointsToTheHelpForABadCommandLine(String commandLine) {
        Ran ran = Ran.atlas(commandLine.split(" "));

        assertTrue(ran.err().startsWith("error: "), ran.err());
        assertTrue(ran.err().matches("(?s).*Try './atlas( [a-z]+)? --help'\\.\n"), ran.err());
        assertEquals("", ran.out());
        assertEquals(2, ran.exitCode());
    }

    @Test
    void guessesWhatAnUnknownOptionMeans() {
        Ran ran = Ran.atlas("list", "--jsn");

        assertEquals("error: Unknown option: '--jsn'\nPossible solutions: --json\n", ran.err());
        assertEquals(2, ran.exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "synth", "docs"})
    void helpsWithEveryCommand(String command) {
        Ran help = Ran.atlas(command, "--help");

        assertTrue(help.out().startsWith("Usage: ./atlas " + command), help.out());
        assertTrue(help.out().contains("Examples:"), help.out());
        assertEquals("", help.err());
        assertEquals(0, help.exitCode());
    }
}
