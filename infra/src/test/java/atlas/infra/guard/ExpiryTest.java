package atlas.infra.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every stack, the certificate's and the budget's too, deletes itself when its time is over. */
class ExpiryTest {
    private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{(\\w+)");

    static Stream<String> stacks() {
        return ending().stackIds().stream();
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void callsForTheDeletionOfItsOwnStackAgainAndAgain(String stack) {
        Resource schedule = ending().stack(stack).named("ExpirySchedule");

        assertEquals("2026-12-01T18:00:00Z", schedule.text("/StartDate"));
        assertEquals("rate(15 minutes)", schedule.text("/ScheduleExpression"));
        assertEquals("Mode OFF", schedule.text("/FlexibleTimeWindow"));
        assertFalse(schedule.has("/EndDate"));
        assertEquals("arn:aws:scheduler:::aws-sdk:cloudformation:deleteStack", schedule.text("/Target/Arn"));
        assertEquals("{\"StackName\":\"Atlas%s\"}".formatted(stack), schedule.text("/Target/Input"));
        assertEquals(
                "Atlas" + stack,
                ending().manifest()
                        .at("/artifacts/" + stack + "/properties/stackName")
                        .asText());
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void mayDeleteThatStackAndDoNothingElse(String stack) {
        Resource role = ending().stack(stack).named("ExpiryRole");

        assertEquals(1, role.get("/Policies").size());
        assertFalse(role.has("/ManagedPolicyArns"));
        String region = stack.equals("EdgeCertificate") ? "us-east-1" : "eu-west-1";
        assertEquals(
                List.of(("Allow cloudformation:DeleteStack on arn:aws:cloudformation:%s:${AWS::AccountId}"
                                + ":stack/Atlas%s/*")
                        .formatted(region, stack)),
                ValueText.statements(role.get("/Policies/0/PolicyDocument")));
        assertEquals(
                List.of("Allow sts:AssumeRole to Service scheduler.amazonaws.com"
                        + " if StringEquals aws:SourceAccount ${AWS::AccountId}"),
                ValueText.statements(role.get("/AssumeRolePolicyDocument")));
        assertTrue(ending().stack(stack).all("AWS::IAM::Policy").stream()
                .noneMatch(policy -> policy.get("/Roles").toString().contains(role.logicalId())));
    }

    /** So that it is deleted last but for its role, and calls again when something before it could not be deleted. */
    @ParameterizedTest
    @MethodSource("stacks")
    void outlivesEverythingElseInItsStack(String stack) {
        for (Resource resource : ending().stack(stack).all()) {
            if (!resource.name().startsWith("Expiry")) {
                assertTrue(resource.dependsOn().contains("ExpirySchedule"), resource.logicalId());
            }
        }
        assertEquals(
                "${ExpiryRole.Arn}",
                ending().stack(stack).named("ExpirySchedule").text("/Target/RoleArn"));
    }

    /** CloudFormation refuses a template whose resources wait for each other. */
    @ParameterizedTest
    @MethodSource("stacks")
    void makesNoCircle(String stack) {
        StackTemplate template = ending().stack(stack);
        Set<String> made = new HashSet<>();
        Set<String> waiting =
                template.all().stream().map(Resource::logicalId).collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = Set.copyOf(waiting);
        while (!waiting.isEmpty()) {
            List<String> next = template.all().stream()
                    .filter(resource -> waiting.contains(resource.logicalId()))
                    .filter(resource -> needs(resource, all).allMatch(made::contains))
                    .map(Resource::logicalId)
                    .toList();
            assertFalse(next.isEmpty(), () -> "these wait for each other: " + waiting);
            made.addAll(next);
            next.forEach(waiting::remove);
        }
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void tagsEverythingWithItsEnd(String stack) {
        JsonNode tags = ending().manifest().at("/artifacts/" + stack + "/properties/tags/expires");

        assertEquals(stack.equals("Cdn") ? "" : "2026-12-01T18:00:00Z", tags.asText());
    }

    @Test
    void leavesTheVpcOriginAsItIsWhateverTheEnd() {
        Resource bucket = ending().stack("Cdn").named("AccessLogsBucket");

        assertEquals("2026-12-01T18:00:00Z", bucket.attribute("/Tags", "expires"));
        assertFalse(
                ending().stack("Cdn").only("AWS::CloudFront::VpcOrigin").has("/Tags"), "an update of them would fail");
    }

    /** Its tags are part of its version, and a new version is new instances. */
    @ParameterizedTest
    @ValueSource(strings = {"Ec2AutoScaling", "EksManagedNodes"})
    void replacesNoInstanceForALaterEnd(String stack) {
        assertFalse(ending().stack(stack)
                .only("AWS::EC2::LaunchTemplate")
                .json()
                .toString()
                .contains("2026-12-01"));
    }

    private static Stream<String> needs(Resource resource, Set<String> all) {
        Set<String> needed = new TreeSet<>();
        resource.json().path("DependsOn").forEach(id -> needed.add(id.asText()));
        resource.json().findValues("Ref").forEach(id -> needed.add(id.asText()));
        resource.json()
                .findValues("Fn::GetAtt")
                .forEach(attribute -> needed.add(attribute.path(0).asText()));
        resource.json().findValues("Fn::Sub").stream()
                .map(JsonNode::toString)
                .flatMap(text -> SUBSTITUTED.matcher(text).results())
                .map((MatchResult name) -> name.group(1))
                .forEach(needed::add);
        needed.remove(resource.logicalId());
        return needed.stream().filter(all::contains);
    }

    private static Assembly ending() {
        return Assembly.with(
                "expires=2026-12-01T18:00",
                "region=eu-west-1",
                "domain=atlas.example.com",
                "zoneId=Z0123456789ABCDEFGHIJ",
                "budget=20",
                "email=you@example.com");
    }
}
