package atlas.compare.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarryingTest {
    private static final String FUNCTION =
            "  Answer: {Type: AWS::Lambda::Function, Properties: {MemorySize: 1769, Timeout: 900}}\n";

    private static final String API =
            FUNCTION + "  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Target: !GetAtt Answer.Arn}}\n";

    private static final String REST_API = FUNCTION + """
              Rest: {Type: AWS::ApiGateway::RestApi}
              Get: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref Rest, Integration: {Uri: !GetAtt Answer.Arn}}}
            """;

    private static final String BALANCED = FUNCTION + """
              Targets: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {Targets: [{Id: !GetAtt Answer.Arn}]}}
              Listener:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties: {LoadBalancerArn: !Ref Balancer, DefaultActions: [{TargetGroupArn: !Ref Targets}]}
              Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
            """;

    private static final String TASKS = """
              Task: {Type: AWS::ECS::TaskDefinition, Properties: {Cpu: 1024, Memory: 2048}}
              Service: {Type: AWS::ECS::Service, Properties: {LaunchType: FARGATE, TaskDefinition: !Ref Task, DesiredCount: 2}}
            """;

    private static Workload workload(double rate, double millis, double bytes) {
        BigDecimal none = BigDecimal.ZERO;
        return new Workload(
                "test",
                BigDecimal.valueOf(rate),
                List.of(),
                BigDecimal.valueOf(millis),
                none,
                BigDecimal.valueOf(bytes),
                none,
                none,
                none,
                BigDecimal.valueOf(730));
    }

    private static List<String> refusals(String resources, Workload workload) {
        return Billed.under(resources, workload).refusals();
    }

    private static List<String> hard(String resources, Workload workload) {
        return Billed.under(resources, Billed.terms(workload).whenRaised()).refusals();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Function | 900000 | 100 |",
                "Function | 900001 | 100 | a request takes 900001 ms, and its function is ended after 900000",
                "Function | 10 | 6000001 | an answer has 6000001 bytes, and a function's 6000000 at most",
                "Api | 30000 | 100 |",
                "Api | 30001 | 100 | a request takes 30001 ms, and an HTTP API waits for 30000",
                "Rest | 29001 | 100 | a request takes 29001 ms, and a REST API waits for 29000",
                "Balanced | 60001 | 100 | a request takes 60001 ms, and a load balancer waits for 60000",
                "Balanced | 10 | 1000001 |"
                        + " an answer has 1000001 bytes, and a function's behind a load balancer 1000000 at most",
                "Patient | 90000 | 100 |",
                "Patient | 120001 | 100 | a request takes 120001 ms, and a load balancer waits for 120000",
                "Runner | 120001 | 100 | a request takes 120001 ms, and App Runner waits for 120000",
                "Tasks | 500000 | 20000000 |",
            })
    void isRefusedByLimitsThatNobodyRaises(String setUp, double millis, double bytes, String refusal) {
        String resources =
                switch (setUp) {
                    case "Function" -> FUNCTION;
                    case "Api" -> API;
                    case "Rest" -> REST_API;
                    case "Balanced" -> BALANCED;
                    case "Patient" ->
                        BALANCED.replace(
                                "LoadBalancer}\n",
                                "LoadBalancer, Properties: {LoadBalancerAttributes: [{Key: idle_timeout.timeout_seconds, Value: '120'}]}}\n");
                    case "Runner" -> "  Service: {Type: AWS::AppRunner::Service}\n";
                    default -> TASKS;
                };

        assertEquals(refusal == null ? List.of() : List.of(refusal), hard(resources, workload(0.0001, millis, bytes)));
    }

    /** Two limits, two reasons. */
    @Test
    void saysAllThatStandsInTheWay() {
        assertEquals(
                List.of(
                        "an answer has 10000001 bytes, and a function's 6000000 at most",
                        "a request takes 40000 ms, and an HTTP API waits for 30000",
                        "an answer has 10000001 bytes, and API Gateway's 10000000 at most"),
                hard(API, workload(1, 40_000, 10_000_001)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 20 | 100 |",
                "'' | 20.1 | 100 | it needs 3 tasks, and the template allows 2",
                "'DesiredCount: 9' | 61 | 100 | it needs 9 vCPU on Fargate, and the default quota is 6",
            })
    void isRefusedByTheTemplateAndByTheQuotaOfFargate(String count, double rate, double millis, String refusal) {
        String tasks =
                count.isEmpty() || count.equals("''") ? TASKS : TASKS.replace("DesiredCount: 2", "DesiredCount: 9");

        assertEquals(refusal == null ? List.of() : List.of(refusal), refusals(tasks, workload(rate, millis, 0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Timeout: 900 | 10000 | 100 |",
                "Timeout: 900 | 10001 | 100 | it needs 1001 environments at once, and the default quota is 1000",
                "ReservedConcurrentExecutions: 5 | 60 | 100 | it needs 6 environments at once, and the template reserves 5",
                "ReservedConcurrentExecutions: 5 | 51 | 1 |"
                        + " its function is called 51 times a second, and the template reserves 5 environments, which is 50 calls",
            })
    void isRefusedByConcurrency(String properties, double rate, double millis, String refusal) {
        assertEquals(
                refusal == null ? List.of() : List.of(refusal),
                refusals(FUNCTION.replace("Timeout: 900", properties), workload(rate, millis, 0)));
        assertEquals(List.of(), hard(FUNCTION.replace("Timeout: 900", properties), workload(rate, millis, 0)));
    }

    @Test
    void isRefusedByThrottles() {
        String stage =
                "  Stage: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api, DefaultRouteSettings: {ThrottlingRateLimit: 50}}}\n";
        String restStage =
                "  Stage: {Type: AWS::ApiGateway::Stage, Properties: {RestApiId: !Ref Rest, MethodSettings: [{ThrottlingRateLimit: 20}]}}\n";

        assertEquals(
                List.of("it is asked 60 times a second, and its API lets 50 through"),
                refusals(API + stage, workload(60, 1, 0)));
        assertEquals(List.of(), refusals(API + stage, workload(50, 1, 0)));
        assertEquals(
                List.of("it is asked 60 times a second, and its API lets 20 through"),
                refusals(REST_API + restStage, workload(60, 1, 0)));
        assertEquals(
                List.of(
                        "its function is called 12000 times a second, and the default quota is 1000 environments, which is 10000"
                                + " calls",
                        "it is asked 12000 times a second, and the default quota of API Gateway is 10000"),
                refusals(API, workload(12_000, 1, 0)));
    }

    /** Every hour of the day but one is quiet. */
    @Test
    void isRefusedByTheBusiestHour() {
        List<BigDecimal> shape = new ArrayList<>(Collections.nCopies(23, BigDecimal.ONE));
        shape.add(BigDecimal.valueOf(25));
        Workload even = workload(10, 100, 0);
        Workload spiky = new Workload(
                "spiky",
                even.requestsPerSecond(),
                shape,
                even.cpuMillisPerRequest(),
                even.waitMillisPerRequest(),
                even.responseBytes(),
                even.logBytesPerRequest(),
                even.coldStartShare(),
                even.coldStartMillis(),
                even.hoursPerMonth());

        assertEquals(List.of(), refusals(TASKS, even));
        assertEquals(
                List.of(
                        "it needs 13 tasks, and the template allows 2",
                        "it needs 13 vCPU on Fargate, and the default quota is 6"),
                refusals(TASKS, spiky));
    }

    /** In office hours the month's requests come in 60 hours of 168. */
    @Test
    void isRefusedByTheHoursInWhichItRuns() {
        Terms terms = new Terms(
                Billed.terms(workload(10, 100, 0)).prices(),
                workload(10, 100, 0),
                PurchaseModel.AS_WRITTEN,
                Running.OFFICE_HOURS,
                List.of(),
                false);

        assertEquals(
                List.of("it needs 3 tasks, and the template allows 2"),
                Billed.under(TASKS, terms).refusals());
    }

    @Test
    void isRefusedWhereNothingAnswers() {
        String queue = "  Queue: {Type: AWS::SQS::Queue}\n";

        assertEquals(List.of("nothing in it answers requests"), refusals(queue, workload(1, 1, 0)));
        assertEquals(List.of(), refusals(queue, Workload.idle()));
    }
}
