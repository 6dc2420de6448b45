package atlas.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComputeOptionTest {
    @ParameterizedTest
    @EnumSource
    void isFoundByItsId(ComputeOption option) {
        assertEquals(option, ComputeOption.withId(option.id()));
    }

    /** The id is a path, a DNS label and, in Java's manner, a stack's name. */
    @ParameterizedTest
    @EnumSource
    void hasAnIdThatIsADnsLabel(ComputeOption option) {
        assertTrue(option.id().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), option.id());
        assertTrue(option.id().length() <= 63, option.id());
        assertEquals("/" + option.id(), option.prefix());
        assertEquals(
                option.id(), option.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    @ParameterizedTest
    @CsvSource({
        "EC2_AUTO_SCALING, Ec2AutoScaling",
        "ECS_EC2, EcsEc2",
        "ECS_FARGATE, EcsFargate",
        "LAMBDA_HTTP_API, LambdaHttpApi",
        "LAMBDA_S3_TRIGGER, LambdaS3Trigger",
        "LAMBDA_SCHEDULE, LambdaSchedule",
    })
    void namesItsStackInJavasManner(ComputeOption option, String stackId) {
        assertEquals(stackId, option.stackId());
    }

    @Test
    void sharesNeitherIdNorTitleNorStack() {
        for (Function<ComputeOption, String> name : List.<Function<ComputeOption, String>>of(
                ComputeOption::id, ComputeOption::title, ComputeOption::stackId)) {
            List<String> names = Arrays.stream(ComputeOption.values()).map(name).toList();
            assertEquals(names.stream().distinct().toList(), names);
        }
    }

    @Test
    void takesAPlaceOfItsOwnOnTheLoadBalancer() {
        List<Integer> priorities = ComputeOption.behindLoadBalancer()
                .map(option -> ((WayIn.LoadBalancer) option.wayIn()).priority())
                .collect(Collectors.toList());

        assertEquals(priorities.stream().distinct().toList(), priorities);
        assertTrue(priorities.stream().allMatch(priority -> priority >= 1 && priority <= 50_000), priorities::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "load balancer, true",
        "HTTP API, true",
        "S3 event, false",
        "schedule, false",
    })
    void isMountedWhereABrowserCanAskForIt(String wayIn, boolean mounted) {
        List<ComputeOption> options = Arrays.stream(ComputeOption.values())
                .filter(option -> option.wayIn().title().equals(wayIn))
                .toList();

        assertEquals(
                mounted ? options : List.of(),
                ComputeOption.mounted().filter(options::contains).toList());
        assertEquals(false, options.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "fargate, 'ecs-fargate, ecs-ec2, lambda-http-api'",
        "ecs-fargat, 'ecs-fargate, ecs-ec2, ec2-auto-scaling'",
        "EC2-Auto-Scaling, 'ec2-auto-scaling, ecs-ec2, ecs-fargate'",
        "http, 'lambda-http-api, ecs-ec2, ecs-fargate'",
        "lambda, 'lambda-http-api, lambda-s3-trigger, lambda-schedule'",
    })
    void suggestsTheNearestIds(String typed, String nearest) {
        var refused = assertThrows(SettingsException.class, () -> ComputeOption.withId(typed));
        assertEquals(
                "unknown option %s; did you mean %s? ./atlas list shows all".formatted(typed, nearest),
                refused.getMessage());
    }
}
