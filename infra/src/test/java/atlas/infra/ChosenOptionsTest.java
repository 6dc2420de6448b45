package atlas.infra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is chosen decides which stacks are built, and never what is in them. */
class ChosenOptionsTest {
    /** Each option alone, each with its neighbour in the list, and all the other way round. */
    static Stream<List<String>> choices() {
        List<String> ids =
                Arrays.stream(ComputeOption.values()).map(ComputeOption::id).toList();
        List<List<String>> choices = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            choices.add(List.of(id));
            choices.add(List.of(id, ids.get((i + 1) % ids.size())));
        }
        List<String> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        choices.add(reversed);
        return choices.stream();
    }

    /** Else deploying or removing one option would change another's way in. The dashboard shows what is chosen. */
    @ParameterizedTest
    @MethodSource("choices")
    void leavesEveryTemplateButTheDashboardsAsItIsByteByByte(List<String> ids) throws IOException {
        Assembly all = Assembly.with();
        Assembly chosen = Assembly.with("options=" + String.join(",", ids));

        Set<String> stacks = new TreeSet<>(chosen.stackIds());
        assertTrue(stacks.remove("Dashboard"));
        for (String stack : stacks) {
            assertArrayEquals(template(all, stack), template(chosen, stack), stack);
        }
    }

    /** What {@code cdk deploy} of one option deploys: a function pays for no NAT gateway and no load balancer. */
    @ParameterizedTest
    @CsvSource({
        "lambda-http-api, Database HttpApi Messaging Storage",
        "lambda-s3-trigger, Database Storage",
        "lambda-schedule, Database Storage",
        "ec2-auto-scaling, Cdn Database HttpApi Messaging Network Storage Web",
        "ecs-ec2, Cdn Database HttpApi Messaging Network Registry Storage Web",
        "ecs-fargate, Cdn Database HttpApi Messaging Network Registry Storage Web",
        "eks-managed-nodes, Cdn Database HttpApi Messaging Network Registry Storage Web",
    })
    void needsNoMoreThanItsWayInAndItsJobs(String id, String layers) {
        assertEquals(words(layers), needs(Assembly.with(), ComputeOption.withId(id)));
    }

    /** A domain's URL names no stack, so the stacks that make it work would be left out if nobody said so. */
    @ParameterizedTest
    @CsvSource({
        "lambda-http-api, Database HttpApi Messaging Storage",
        "ec2-auto-scaling, Cdn Database Dns EdgeCertificate HttpApi Messaging Network Storage Web",
        "ecs-ec2, Cdn Database Dns EdgeCertificate HttpApi Messaging Network Registry Storage Web",
        "ecs-fargate, Cdn Database Dns EdgeCertificate HttpApi Messaging Network Registry Storage Web",
        "eks-managed-nodes, Cdn Database Dns EdgeCertificate HttpApi Messaging Network Registry Storage Web",
    })
    void needsNamesAndCertificateToo(String id, String layers) {
        Assembly named = Assembly.with("domain=atlas.example.com", "zoneId=Z0123456789ABCDEFGHIJ");

        assertEquals(words(layers), needs(named, ComputeOption.withId(id)));
    }

    @Test
    void buildsNoMoreThanTheChosenOneNeeds() {
        assertEquals(
                words("Dashboard Database HttpApi LambdaHttpApi Messaging Storage"),
                Assembly.with("options=lambda-http-api").stackIds());
    }

    /** So that {@code cdk destroy --all} finds every layer, also the names that nothing needs. */
    @Test
    void buildsEveryLayerWhenNothingIsLeftOut() {
        assertEquals(
                words(
                        "Cdn Dashboard Database Dns Ec2AutoScaling EcsEc2 EcsFargate EksManagedNodes HttpApi LambdaHttpApi"
                                + " LambdaS3Trigger LambdaSchedule Messaging Network Registry Storage Web"),
                Assembly.with().stackIds());
    }

    /** An account or a look-up would make a template depend on who synthesizes it. */
    @Test
    void asksNoAccountForAnything() {
        Assembly all = Assembly.with();

        assertFalse(all.manifest().has("missing"));
        all.stackIds()
                .forEach(stack -> assertEquals(
                        "aws://unknown-account/us-east-1",
                        all.manifest()
                                .at("/artifacts/" + stack + "/environment")
                                .asText()));
    }

    private static byte[] template(Assembly assembly, String stack) throws IOException {
        return Files.readAllBytes(assembly.folder().resolve(stack + ".template.json"));
    }

    private static Set<String> needs(Assembly assembly, ComputeOption option) {
        Set<String> needed = new TreeSet<>();
        collect(assembly.manifest().path("artifacts"), option.stackId(), needed);
        needed.remove(option.stackId());
        return needed;
    }

    private static void collect(JsonNode artifacts, String stack, Set<String> needed) {
        if (artifacts.path(stack).path("type").asText().equals("aws:cloudformation:stack") && needed.add(stack)) {
            Json.elements(artifacts.path(stack).path("dependencies"))
                    .forEach(dependency -> collect(artifacts, dependency.asText(), needed));
        }
    }

    private static Set<String> words(String text) {
        return new TreeSet<>(List.of(text.split(" ")));
    }
}
