package atlas.infra.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ProjectFiles;
import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the roles allow the app, against what the adapters do. What one misses shows at the first poster, in an account; what
 * one has too much shows to whoever gets in.
 */
class PermissionsTest {
    private static final Path ADAPTERS = ProjectFiles.ROOT.resolve("adapters/src/main/java/atlas/adapters");
    private static final Pattern ACTION = Pattern.compile("\\b(dynamodb|s3|sqs):[A-Z][A-Za-z]+");
    private static final Pattern CALL = Pattern.compile("/(DynamoDb|S3|Sqs)Client\\.(\\w+):");

    private static Assembly assembly;

    @BeforeAll
    static void synthesize() {
        assembly = Assembly.with();
    }

    @Test
    void aTaskMayDoWhatTheAdaptersDo() throws IOException {
        assertEquals(documented(), allowed("EcsFargate", "TaskTaskRoleDefaultPolicy"));
    }

    @Test
    void anInstanceMayDoWhatTheAdaptersDo() throws IOException {
        assertEquals(documented(), allowed("Ec2AutoScaling", "InstanceRoleDefaultPolicy"));
    }

    @Test
    void aPodMayDoWhatTheAdaptersDo() throws IOException {
        assertEquals(documented(), allowed("EksManagedNodes", "AppRoleDefaultPolicy"));
    }

    /** The two share the work, and one of them asks on behalf of the queue how long it is. */
    @Test
    void theFunctionsTogetherMayDoWhatTheAdaptersDo() throws IOException {
        Set<String> together = allowed("LambdaHttpApi", "RequestsRoleDefaultPolicy");
        together.addAll(allowed("LambdaHttpApi", "PostersRoleDefaultPolicy"));

        Set<String> needed = documented();
        needed.add("sqs:GetQueueAttributes");
        assertEquals(needed, together);
    }

    /** What the adapters document is what they call: read from the classes that are deployed. */
    @Test
    void theAdaptersDocumentWhatTheyCall() throws IOException {
        Set<String> documented = documented();
        documented.remove("s3:ListBucket"); // no call: it turns a 403 for a missing object into a 404

        assertEquals(documented, called());
    }

    /** Only then do the roles' {@code posters/*} and the app's keys meet. */
    @Test
    void imagesAreWhereTheRolesReach() {
        assertEquals(Set.of("posters/"), BuiltJar.SERVER.constants(Pattern.compile("\\bposters/")));
        for (Resource policy : Stream.of("EcsFargate", "Ec2AutoScaling", "EksManagedNodes", "LambdaHttpApi")
                .flatMap(stack -> assembly.stack(stack).all("AWS::IAM::Policy").stream())
                .toList()) {
            policy.statements().stream()
                    .filter(statement -> statement.contains("${Storage/") && !statement.contains("ListBucket"))
                    .forEach(
                            statement -> assertTrue(statement.endsWith("${Storage/Posters.Arn}/posters/*"), statement));
        }
    }

    /** What starts the function, what it may read, and what its code takes for a job are one folder. */
    @Test
    void jobsAreWhereTheRuleLooksAndTheRoleReaches() {
        StackTemplate trigger = assembly.stack("LambdaS3Trigger");

        assertEquals(Set.of("jobs/"), BuiltJar.FUNCTIONS.constants(Pattern.compile("\\bjobs/")));
        assertEquals(
                "jobs/*.json",
                trigger.only("AWS::Events::Rule")
                        .get("/EventPattern/detail/object/key/0/wildcard")
                        .asText());
        assertTrue(trigger.named("JobsRoleDefaultPolicy")
                .statements()
                .contains("Allow s3:GetObject on ${Storage/Posters.Arn}/jobs/*"));
    }

    /** The attributes that the table is made for are those that the adapter writes. */
    @Test
    void jobsHaveTheKeyAndTheEndThatTheTableKnows() throws IOException {
        Resource table = assembly.stack("Database").only("AWS::DynamoDB::Table");
        String item = Files.readString(ADAPTERS.resolve("JobItem.java"));

        for (String property : Set.of("/KeySchema/0/AttributeName", "/TimeToLiveSpecification/AttributeName")) {
            assertTrue(item.contains("entry(\"%s\",".formatted(table.text(property))), table.text(property));
        }
    }

    private static Set<String> allowed(String stack, String policy) {
        Set<String> actions = new TreeSet<>();
        for (JsonNode statement : assembly.stack(stack).named(policy).get("/PolicyDocument/Statement")) {
            boolean forTheJar = ValueText.of(statement.path("Resource")).matches("[^,]*<asset>\\.jar");
            if (!forTheJar) {
                Matcher matcher = ACTION.matcher(ValueText.of(statement.path("Action")));
                while (matcher.find()) {
                    actions.add(matcher.group());
                }
            }
        }
        return actions;
    }

    private static Set<String> documented() throws IOException {
        Set<String> actions = new TreeSet<>();
        try (Stream<Path> sources = Files.list(ADAPTERS)) {
            for (Path source : sources.toList()) {
                Matcher matcher = ACTION.matcher(Files.readString(source));
                while (matcher.find()) {
                    actions.add(matcher.group());
                }
            }
        }
        return actions;
    }

    private static Set<String> called() {
        StringWriter code = new StringWriter();
        ToolProvider.findFirst("javap")
                .orElseThrow(() -> new AssertionError("this is no JDK: it has no javap"))
                .run(
                        new PrintWriter(code),
                        new PrintWriter(System.err),
                        Stream.concat(
                                        Stream.of(
                                                "-c",
                                                "-p",
                                                "-cp",
                                                BuiltJar.SERVER.file().toString()),
                                        BuiltJar.SERVER.classesIn("atlas.adapters").stream())
                                .toArray(String[]::new));
        Set<String> actions = new TreeSet<>();
        Matcher matcher = CALL.matcher(code.toString());
        while (matcher.find()) {
            String call = matcher.group(2).replaceFirst("(Bytes|AsBytes)$", "");
            if (!call.equals("builder")) {
                actions.add("%s:%s%s"
                        .formatted(
                                matcher.group(1).toLowerCase(Locale.ROOT),
                                Character.toUpperCase(call.charAt(0)),
                                call.substring(1)));
            }
        }
        return actions;
    }
}
