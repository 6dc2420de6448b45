package atlas.proof.rule;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a role may do, as far as the templates tell: by its own policies, by policies that are attached to it, and by those of
 * AWS's managed policies that are known here.
 *
 * @param actions those allowed anywhere, with wildcards
 * @param isKnown false when it has a managed policy that nobody knows here
 */
record Permissions(List<String> actions, boolean isKnown) {
    private static final String EXECUTION = "AmazonECSTaskExecutionRolePolicy";

    /** AWS Managed Policy Reference Guide, read 2026-11. */
    private static final Map<String, List<String>> MANAGED = Map.of(
            EXECUTION,
            List.of(
                    "ecr:GetAuthorizationToken",
                    "ecr:BatchCheckLayerAvailability",
                    "ecr:GetDownloadUrlForLayer",
                    "ecr:BatchGetImage",
                    "logs:CreateLogStream",
                    "logs:PutLogEvents"),
            "AWSLambdaBasicExecutionRole",
            List.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"));

    static Permissions of(Resource role, Deployment deployment) {
        List<String> managed = role.at("ManagedPolicyArns").items().stream()
                .map(arn -> arn.toString().replaceAll("[^A-Za-z0-9_+=,.@-]+$", ""))
                .map(arn -> arn.replaceFirst(".*[/\"]", ""))
                .toList();
        List<Value> documents = Stream.concat(
                        role.at("Policies").items().stream().map(policy -> policy.at("PolicyDocument")),
                        deployment
                                .resources("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy")
                                .filter(policy -> isAttached(policy, role))
                                .map(policy -> policy.at("PolicyDocument")))
                .toList();
        boolean known = managed.stream().allMatch(MANAGED::containsKey)
                && documents.stream().allMatch(Permissions::isKnown);
        List<String> actions = Stream.concat(
                        managed.stream().flatMap(name -> MANAGED.getOrDefault(name, List.of()).stream()),
                        documents.stream().flatMap(Permissions::allowed))
                .toList();
        return new Permissions(actions, known);
    }

    private static boolean isAttached(Resource policy, Resource role) {
        return Stream.concat(policy.at("Roles").items().stream(), Stream.of(policy.at("RoleName")))
                .anyMatch(name -> name.references().contains(role.name()));
    }

    private static boolean isKnown(Value document) {
        return !document.isFunction()
                && oneOrMany(document.at("Statement"))
                        .noneMatch(statement -> statement.isFunction()
                                || statement.at("NotAction").isPresent()
                                || oneOrMany(statement.at("Action")).anyMatch(Value::isFunction));
    }

    private static Stream<String> allowed(Value document) {
        return oneOrMany(document.at("Statement"))
                .filter(statement -> statement.at("Effect").is("Allow"))
                .flatMap(statement -> oneOrMany(statement.at("Action")))
                .flatMap(action -> action.text().stream());
    }

    static Stream<Value> oneOrMany(Value value) {
        return value.json().isArray() ? value.items().stream() : Stream.of(value);
    }

    /** Whether it may do something, anywhere; yes when nobody can tell. */
    boolean allow(String action) {
        return !isKnown || actions.stream().anyMatch(pattern -> matches(pattern, action));
    }

    private static boolean matches(String pattern, String action) {
        String expression = Pattern.quote(pattern.toLowerCase(Locale.ROOT))
                .replace("*", "\\E.*\\Q")
                .replace("?", "\\E.\\Q");
        return action.toLowerCase(Locale.ROOT).matches(expression);
    }
}
