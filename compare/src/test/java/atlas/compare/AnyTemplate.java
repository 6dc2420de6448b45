package atlas.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Templates as nobody would write them, of types and properties that are looked at, with values of any kind in any place,
 * functions among them, whole ones and broken ones.
 */
public final class AnyTemplate {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> IDS =
            List.of("Role", "TaskRole", "RoleAAAAAAAA", "RoleBBBBBBBB", "RoleCCCCCCCC", "Roles", "Queue", "X");
    private static final List<String> TABLES = List.of("always-on", "scaling", "timeouts", "encryption");
    private static final List<String> OTHER_TYPES = List.of(
            "AWS::IAM::Role",
            "AWS::IAM::Policy",
            "AWS::EC2::SecurityGroup",
            "AWS::EC2::SecurityGroupIngress",
            "AWS::ElasticLoadBalancingV2::Listener",
            "AWS::ApiGatewayV2::Api",
            "AWS::ApiGatewayV2::Route",
            "AWS::ApplicationAutoScaling::ScalableTarget",
            "AWS::ApplicationAutoScaling::ScalingPolicy",
            "AWS::AutoScaling::ScheduledAction",
            "AWS::ECS::CapacityProvider",
            "AWS::CloudWatch::Alarm",
            "AWS::Events::Rule",
            "AWS::Scheduler::Schedule",
            "AWS::Lambda::Alias",
            "AWS::Lambda::Permission",
            "AWS::S3::BucketPolicy",
            "Custom::Anything",
            "Acme");

    private static final List<String> OTHER_NAMES = List.of(
            "Statement",
            "Action",
            "Principal",
            "AWS",
            "Effect",
            "PolicyDocument",
            "Policies",
            "Roles",
            "AssumeRolePolicyDocument",
            "ManagedPolicyArns",
            "SecurityGroupIngress",
            "CidrIp",
            "IpProtocol",
            "FromPort",
            "Scheme",
            "ProtocolType",
            "ApiId",
            "ResourceId",
            "ScalableDimension",
            "ScheduledActions",
            "ScalingTargetId",
            "StepScalingPolicyConfiguration",
            "StepAdjustments",
            "ScalingAdjustment",
            "TargetTrackingScalingPolicyConfiguration",
            "Targets",
            "RedrivePolicy",
            "deadLetterTargetArn",
            "AlarmActions",
            "Metrics",
            "Expression",
            "Key",
            "Value",
            "Name");

    private AnyTemplate() {}

    public static Arbitrary<String> json() {
        Arbitrary<String> type = Arbitraries.oneOf(Arbitraries.of(types()), Arbitraries.of("AWS::IAM::Role"));
        Arbitrary<Object> resource = Combinators.combine(
                        mostly(type), mostly(fields()), Arbitraries.of("Delete", "Retain"))
                .as((name, properties, policy) ->
                        Map.of("Type", name, "Properties", properties, "DeletionPolicy", policy));
        return mostly(Arbitraries.maps(Arbitraries.of(IDS), mostly(resource))
                        .ofMinSize(0)
                        .ofMaxSize(6)
                        .map(TreeMap::new))
                .filter(resources -> resources instanceof Map)
                .map(resources -> written(Map.of("Resources", resources)));
    }

    private static String written(Object template) {
        try {
            return JSON.writeValueAsString(template);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** And sometimes anything else. */
    private static Arbitrary<Object> mostly(Arbitrary<?> usual) {
        return Arbitraries.frequencyOf(Tuple.of(9, usual.map(Object.class::cast)), Tuple.of(1, values(1)));
    }

    private static Arbitrary<Map<String, Object>> fields() {
        return fields(3);
    }

    private static Arbitrary<Map<String, Object>> fields(int depth) {
        return Arbitraries.maps(Arbitraries.of(names()), values(depth))
                .ofMaxSize(5)
                .map(TreeMap::new);
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> plain = Arbitraries.of(
                "*", "0.0.0.0/0", "tcp", "", "1", "-1", "arn", "true", 0, 7, -3, 2.5, 99999999999L, true, false);
        if (depth == 0) {
            return plain;
        }
        Arbitrary<Object> function = Arbitraries.oneOf(
                Arbitraries.of(IDS).map(id -> Map.of("Ref", id)),
                Arbitraries.of(IDS).map(id -> Map.of("Fn::GetAtt", List.of(id, "Arn"))),
                Arbitraries.of(IDS).map(id -> Map.of("Fn::Sub", "a/${" + id + "}/${" + id + ".Name}")),
                values(depth - 1).map(value -> Map.of("Fn::Join", List.of("-", List.of("a", value)))),
                Combinators.combine(
                                Arbitraries.of("Ref", "Fn::GetAtt", "Fn::If", "Fn::Select", "Fn::Base64", "Fn::Sub"),
                                values(depth - 1))
                        .as(Map::of));
        return Arbitraries.oneOf(
                plain,
                function,
                values(depth - 1).list().ofMaxSize(3).map(Object.class::cast),
                fields(depth - 1).map(Object.class::cast));
    }

    private static List<String> types() {
        return Stream.concat(column(0), OTHER_TYPES.stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The steps of every path in the tables. */
    private static List<String> names() {
        Stream<String> steps = Stream.of(1, 2, 3, 4, 5)
                .flatMap(AnyTemplate::column)
                .flatMap(path -> Stream.of(path.split("[^A-Za-z]+")))
                .filter(step -> step.matches("[A-Z][A-Za-z]+"));
        return Stream.concat(steps, OTHER_NAMES.stream()).distinct().sorted().toList();
    }

    private static Stream<String> column(int column) {
        return TABLES.stream()
                .flatMap(table -> lines("inventory/" + table + ".csv"))
                .filter(line -> line.startsWith("AWS::"))
                .map(line -> line.split(",", -1))
                .filter(cells -> cells.length > column)
                .map(cells -> cells[column]);
    }

    private static Stream<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(BadInput.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
