package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import atlas.infra.template.ValueText;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LambdaHttpApiStackTest {
    private static StackTemplate stack;
    private static Resource requests;
    private static Resource posters;

    @BeforeAll
    static void synthesize() {
        stack = Assembly.with().stack("LambdaHttpApi");
        requests = stack.named("Requests");
        posters = stack.named("Posters");
    }

    @Test
    void runsJavaOnTheProcessorAskedFor() {
        for (Resource function : List.of(requests, posters)) {
            assertEquals("arm64", function.text("/Architectures"));
            assertEquals("java25", function.text("/Runtime"));
        }
        for (Resource function :
                Assembly.with("architecture=x86_64").stack("LambdaHttpApi").all("AWS::Lambda::Function")) {
            assertEquals("x86_64", function.text("/Architectures"));
        }
    }

    @Test
    void isAsBigAsAsked() {
        assertEquals("1769", requests.text("/MemorySize"));
        assertEquals(
                "3538",
                Assembly.with("options=lambda-http-api", "functionMemory=3538", "reservedConcurrency=50")
                        .stack("LambdaHttpApi")
                        .named("Requests")
                        .text("/MemorySize"));
    }

    /** A snapshot is made of a version, and only who calls that version gets it. */
    @Test
    void snapStartOnAPublishedVersion() {
        assertEquals("ApplyOn PublishedVersions", requests.text("/SnapStart"));
        assertEquals("${Requests}", stack.only("AWS::Lambda::Version").text("/FunctionName"));
        assertEquals(
                "${RequestsCurrentVersion.Version}",
                stack.only("AWS::Lambda::Alias").text("/FunctionVersion"));
        assertEquals("${Live}", stack.only("AWS::ApiGatewayV2::Integration").text("/IntegrationUri"));
    }

    /** Nobody waits for a poster's first second, and a queue calls the function itself, not a version. */
    @Test
    void doesNotPayForASnapshotThatNobodyUses() {
        assertFalse(posters.has("/SnapStart"));
    }

    @Test
    void routesItsOwnPathOnly() {
        assertEquals(
                List.of("ANY /lambda-http-api", "ANY /lambda-http-api/{proxy+}"),
                stack.all("AWS::ApiGatewayV2::Route").stream()
                        .map(route -> route.text("/RouteKey"))
                        .toList());
        assertEquals("2.0", stack.only("AWS::ApiGatewayV2::Integration").text("/PayloadFormatVersion"));
    }

    @Test
    void isCalledByThatRouteAndNoOther() {
        assertEquals(
                List.of(
                        "arn:aws:execute-api:us-east-1:${AWS::AccountId}:${HttpApi/Api}/*/*/lambda-http-api",
                        "arn:aws:execute-api:us-east-1:${AWS::AccountId}:${HttpApi/Api}/*/*/lambda-http-api/{proxy+}"),
                stack.all("AWS::Lambda::Permission").stream()
                        .map(permission -> permission.text("/SourceArn"))
                        .toList());
        stack.all("AWS::Lambda::Permission").forEach(permission -> {
            assertEquals("apigateway.amazonaws.com", permission.text("/Principal"));
            assertEquals("${Live}", permission.text("/FunctionName"));
        });
    }

    /** A new account has 10 in all and must keep 10 free: any reservation would fail the stack. */
    @Test
    void reservesNothingInTheSandbox() {
        stack.all("AWS::Lambda::Function")
                .forEach(function -> assertFalse(function.has("/ReservedConcurrentExecutions")));
    }

    @Test
    void reservesWhatIsAskedFor() {
        StackTemplate reserved = Assembly.with(
                        "options=lambda-http-api", "functionMemory=3538", "reservedConcurrency=50")
                .stack("LambdaHttpApi");

        assertEquals("50", reserved.named("Requests").text("/ReservedConcurrentExecutions"));
        assertEquals(
                "max 50, memoryMiB 3538, min 0, option lambda-http-api, unit environment, vcpu 2",
                ValueText.of(reserved.json().at("/Metadata/ComputeAtlas")));
    }

    @Test
    void provisionedConcurrencyTakesThePlaceOfSnapStart() {
        StackTemplate warm = Assembly.with("options=lambda-http-api", "provisionedConcurrency=4", "snapStart=false")
                .stack("LambdaHttpApi");
        Resource target = warm.only("AWS::ApplicationAutoScaling::ScalableTarget");
        Resource policy = warm.only("AWS::ApplicationAutoScaling::ScalingPolicy");

        assertFalse(warm.named("Requests").has("/SnapStart"));
        assertEquals("4", target.text("/MinCapacity"));
        assertEquals("8", target.text("/MaxCapacity"));
        assertEquals("lambda:function:ProvisionedConcurrency", target.text("/ScalableDimension"));
        assertEquals("function:Select(6, Split(:, ${Live})):live", target.text("/ResourceId"));
        assertEquals(
                "LambdaProvisionedConcurrencyUtilization 0.7",
                policy.text(
                                "/TargetTrackingScalingPolicyConfiguration/PredefinedMetricSpecification/PredefinedMetricType")
                        + " " + policy.text("/TargetTrackingScalingPolicyConfiguration/TargetValue"));
    }

    @Test
    void neverProvisionsMoreThanIsReserved() {
        StackTemplate both = Assembly.with(
                        "options=lambda-http-api",
                        "provisionedConcurrency=4",
                        "reservedConcurrency=6",
                        "snapStart=false")
                .stack("LambdaHttpApi");

        assertEquals(
                "6", both.only("AWS::ApplicationAutoScaling::ScalableTarget").text("/MaxCapacity"));
    }

    /** Else API Gateway gives up first, and the caller reads its words instead of the app's. */
    @Test
    void answersBeforeTheHttpApiGivesUp() {
        assertEquals("29", requests.text("/Timeout"));
    }

    /** Lambda refuses an event source whose messages come back while the function still works on them. */
    @Test
    void finishesAPosterBeforeItsMessageComesBack() {
        int visibility = Assembly.with()
                .stack("Messaging")
                .named("LambdaHttpApiQueue")
                .get("/VisibilityTimeout")
                .asInt();

        assertTrue(posters.get("/Timeout").asInt() < visibility, posters.text("/Timeout") + " of " + visibility);
    }

    @Test
    void takesPostersFromItsQueueOneByOne() {
        Resource source = stack.only("AWS::Lambda::EventSourceMapping");

        assertEquals("${Messaging/LambdaHttpApiQueue.Arn}", source.text("/EventSourceArn"));
        assertEquals("${Posters}", source.text("/FunctionName"));
        assertEquals("1", source.text("/BatchSize"));
        assertEquals("ReportBatchItemFailures", source.text("/FunctionResponseTypes"));
        assertEquals("2", source.text("/ScalingConfig/MaximumConcurrency"));
        assertEquals(
                "5",
                Assembly.with("minUnits=2", "maxUnits=5")
                        .stack("LambdaHttpApi")
                        .only("AWS::Lambda::EventSourceMapping")
                        .text("/ScalingConfig/MaximumConcurrency"));
    }

    @Test
    void tracesAndLogsAsJsonIntoItsOwnGroup() {
        for (Resource function : List.of(requests, posters)) {
            assertEquals("Active", function.text("/TracingConfig/Mode"));
            assertEquals(
                    "LogFormat JSON, LogGroup ${%sLog}".formatted(function.name()), function.text("/LoggingConfig"));
            assertEquals("7", stack.named(function.name() + "Log").text("/RetentionInDays"));
        }
    }

    @Test
    void requestsMayAskForPostersOnly() {
        assertEquals(
                List.of(
                        "Allow logs:CreateLogStream, logs:PutLogEvents on ${RequestsLog.Arn}",
                        "Allow xray:PutTelemetryRecords, xray:PutTraceSegments on *",
                        "Allow dynamodb:GetItem, dynamodb:PutItem on ${Database/Jobs.Arn}",
                        "Allow s3:GetObject on ${Storage/Posters.Arn}/posters/*",
                        "Allow s3:ListBucket on ${Storage/Posters.Arn}",
                        "Allow sqs:SendMessage on ${Messaging/LambdaHttpApiQueue.Arn}"),
                stack.named("RequestsRoleDefaultPolicy").statements());
        assertEquals("", stack.named("RequestsRole").text("/ManagedPolicyArns"));
    }

    @Test
    void postersMayMakeThemOnly() {
        assertEquals(
                List.of(
                        "Allow logs:CreateLogStream, logs:PutLogEvents on ${PostersLog.Arn}",
                        "Allow xray:PutTelemetryRecords, xray:PutTraceSegments on *",
                        "Allow dynamodb:GetItem, dynamodb:UpdateItem on ${Database/Jobs.Arn}",
                        "Allow s3:PutObject on ${Storage/Posters.Arn}/posters/*",
                        "Allow sqs:DeleteMessage, sqs:GetQueueAttributes, sqs:ReceiveMessage on"
                                + " ${Messaging/LambdaHttpApiQueue.Arn}"),
                stack.named("PostersRoleDefaultPolicy").statements());
        assertEquals("", stack.named("PostersRole").text("/ManagedPolicyArns"));
    }

    @Test
    void alarmsOnErrorsAndThrottles() {
        assertEquals(
                List.of("Errors ${Requests}", "Throttles ${Requests}", "Errors ${Posters}", "Throttles ${Posters}"),
                stack.all("AWS::CloudWatch::Alarm").stream()
                        .map(alarm ->
                                alarm.text("/MetricName") + " " + alarm.attributeByName("/Dimensions", "FunctionName"))
                        .toList());
        stack.all("AWS::CloudWatch::Alarm").forEach(alarm -> {
            assertEquals("1", alarm.text("/Threshold"));
            assertEquals("Sum", alarm.text("/Statistic"));
            assertEquals("notBreaching", alarm.text("/TreatMissingData"));
        });
    }

    @Test
    void admitsEverybodyByDefault() {
        assertFalse(requests.has("/Environment/Variables/ATLAS_ALLOW_CIDR"));
        assertFalse(requests.has("/Environment/Variables/ATLAS_EDGE_SECRET"));
    }

    /** The API's address is public and has no policy, so the function itself turns others away. */
    @Test
    void isToldWhomToAdmit() {
        Resource closed =
                Assembly.with("allowCidr=203.0.113.0/24").stack("LambdaHttpApi").named("Requests");

        assertEquals("203.0.113.0/24", closed.text("/Environment/Variables/ATLAS_ALLOW_CIDR"));
        assertEquals(
                "{{resolve:secretsmanager:${HttpApi/EdgeSecret}:SecretString:::}}",
                closed.text("/Environment/Variables/ATLAS_EDGE_SECRET"));
    }

    @Test
    void tellsTheComparisonWhatItsUnitIs() {
        assertEquals(
                "max 0, memoryMiB 1769, min 0, option lambda-http-api, unit environment, vcpu 1",
                ValueText.of(stack.json().at("/Metadata/ComputeAtlas")));
    }

    @Test
    void printsWhereToFindIt() {
        assertEquals(
                "https://${HttpApi/Api}.execute-api.us-east-1.${AWS::URLSuffix}/lambda-http-api/", stack.output("Url"));
    }
}
