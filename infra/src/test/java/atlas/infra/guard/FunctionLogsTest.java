package atlas.infra.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a function writes last must not outlive its stack: tested on every function of every template, the CDK's own too. */
class FunctionLogsTest {
    /** Each with the days its logs are kept. */
    static Stream<Arguments> profiles() {
        return Stream.of(arguments(Assembly.with(), 7), arguments(Assembly.with("profile=production"), 90));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void logsEveryFunctionToAGroupThatGoesWithItsStack(Assembly assembly, int days) {
        int functions = 0;
        for (StackTemplate stack : assembly.stacks()) {
            Set<String> endingGroups = stack.all("AWS::Logs::LogGroup").stream()
                    .filter(group ->
                            group.json().path("DeletionPolicy").asText().equals("Delete"))
                    .filter(group -> group.get("/RetentionInDays").asInt() == days)
                    .map(Resource::logicalId)
                    .collect(Collectors.toSet());
            for (Resource function : stack.all("AWS::Lambda::Function")) {
                String group = function.get("/LoggingConfig/LogGroup/Ref").asText();
                assertTrue(endingGroups.contains(group), function.logicalId() + " logs to " + group);
                functions++;
            }
        }
        assertTrue(functions >= 4, "only " + functions + " functions were looked at");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void letsItsRoleWriteToThatGroup(Assembly assembly) {
        for (StackTemplate stack : assembly.stacks()) {
            for (Resource function : stack.all("AWS::Lambda::Function")) {
                String role = function.get("/Role/Fn::GetAtt/0").asText();
                String group = function.get("/LoggingConfig/LogGroup/Ref").asText();

                assertTrue(
                        policiesOf(role, stack).anyMatch(policy -> allowsWriting(policy, group)),
                        "%s of %s cannot write to %s".formatted(role, function.logicalId(), group));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void letsNobodyMakeAGroup(Assembly assembly) {
        for (StackTemplate stack : assembly.stacks()) {
            for (Resource resource : stack.all()) {
                String text = resource.json().toString();
                assertFalse(text.contains("logs:CreateLogGroup"), resource.logicalId());
                assertFalse(text.contains("\"logs:*\""), resource.logicalId());
                assertFalse(text.contains("service-role/AWSLambda"), resource.logicalId());
            }
        }
    }

    /** The deletion goes the other way round: first what calls the function, then the function, then its role and its group. */
    @ParameterizedTest
    @MethodSource("profiles")
    void keepsItsRoleAndGroupUntilTheFunctionIsGone(Assembly assembly) {
        for (StackTemplate stack : assembly.stacks()) {
            for (Resource function : stack.all("AWS::Lambda::Function")) {
                String role = function.get("/Role/Fn::GetAtt/0").asText();
                List<String> separate = stack.all("AWS::IAM::Policy").stream()
                        .filter(policy -> policy.get("/Roles").toString().contains("\"" + role + "\""))
                        .map(Resource::name)
                        .toList();

                assertTrue(
                        function.dependsOn().containsAll(separate),
                        "%s depends on %s, not on all of %s"
                                .formatted(function.logicalId(), function.dependsOn(), separate));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void keepsItUntilWhatCallsItIsGone(Assembly assembly) {
        for (StackTemplate stack : assembly.stacks()) {
            for (Resource resource : stack.all()) {
                if (resource.type().startsWith("Custom::")) {
                    String function = resource.get("/ServiceToken/Fn::GetAtt/0").asText();
                    assertEquals(
                            "AWS::Lambda::Function",
                            stack.json().at("/Resources/" + function + "/Type").asText(),
                            resource.logicalId());
                }
            }
        }
    }

    private static Stream<JsonNode> policiesOf(String role, StackTemplate stack) {
        return Stream.concat(
                stack.all("AWS::IAM::Policy").stream()
                        .filter(policy -> policy.get("/Roles").toString().contains("\"" + role + "\""))
                        .map(policy -> policy.get("/PolicyDocument")),
                stack.all("AWS::IAM::Role").stream()
                        .filter(resource -> resource.logicalId().equals(role))
                        .flatMap(resource -> Stream.of(resource.get("/Policies/0/PolicyDocument"))
                                .filter(JsonNode::isObject)));
    }

    private static boolean allowsWriting(JsonNode document, String group) {
        for (JsonNode statement : document.path("Statement")) {
            String text = statement.toString();
            if (text.contains("logs:CreateLogStream")
                    && text.contains("logs:PutLogEvents")
                    && text.contains("{\"Fn::GetAtt\":[\"%s\",\"Arn\"]}".formatted(group))) {
                return true;
            }
        }
        return false;
    }
}
