package atlas.compare.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.Written;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ServerlessTest {
    private static final SetUp SHOP = Written.setUp("""
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Function: {MemorySize: 512, Architectures: [arm64], Tracing: Active}
            Resources:
              Shop:
                Type: AWS::Serverless::Function
                Properties:
                  Timeout: 20
                  ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 3}
                  FunctionUrlConfig: {AuthType: NONE}
                  Events:
                    Get: {Type: Api, Properties: {Path: /, Method: get}}
                    Put: {Type: Api, Properties: {Path: /, Method: put}}
                    Http: {Type: HttpApi}
                    Own: {Type: HttpApi, Properties: {ApiId: !Ref OwnApi}}
              Nightly:
                Type: AWS::Serverless::Function
                Properties:
                  MemorySize: 1024
                  Events:
                    Hourly: {Type: Schedule, Properties: {Schedule: rate(1 hour)}}
                    Daily: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}
                    Work: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn}}
                    Stored: {Type: S3, Properties: {Bucket: !Ref Bucket}}
              OwnApi: {Type: AWS::Serverless::HttpApi}
              Cached: {Type: AWS::Serverless::Api, Properties: {StageName: v1, CacheClusterEnabled: true}}
              Orders: {Type: AWS::Serverless::SimpleTable}
              Flow: {Type: AWS::Serverless::StateMachine, Properties: {Type: EXPRESS}}
              Jobs: {Type: AWS::SQS::Queue}
              Bucket: {Type: AWS::S3::Bucket}
              Application: {Type: AWS::Serverless::Application}
            """);

    @Test
    void isWrittenOutAsWhatItsTransformMakes() {
        Map<String, String> types = new TreeMap<>(SHOP.resources()
                .collect(Collectors.toMap(resource -> resource.name().id(), Resource::type)));

        assertEquals(
                """
                Application AWS::Serverless::Application
                Bucket AWS::S3::Bucket
                Cached AWS::ApiGateway::RestApi
                CachedStage AWS::ApiGateway::Stage
                Flow AWS::StepFunctions::StateMachine
                Jobs AWS::SQS::Queue
                Nightly AWS::Lambda::Function
                NightlyDaily AWS::Scheduler::Schedule
                NightlyHourly AWS::Events::Rule
                NightlyStored Custom::S3BucketNotifications
                NightlyWork AWS::Lambda::EventSourceMapping
                Orders AWS::DynamoDB::Table
                OwnApi AWS::ApiGatewayV2::Api
                ServerlessHttpApi AWS::ApiGatewayV2::Api
                ServerlessRestApi AWS::ApiGateway::RestApi
                Shop AWS::Lambda::Function
                ShopAlias AWS::Lambda::Alias
                ShopGetMethod AWS::ApiGateway::Method
                ShopHttpIntegration AWS::ApiGatewayV2::Integration
                ShopOwnIntegration AWS::ApiGatewayV2::Integration
                ShopPutMethod AWS::ApiGateway::Method
                ShopUrl AWS::Lambda::Url
                """,
                types.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void takesGlobalsWhereAFunctionSaysNothing() {
        assertEquals(512, property("Shop", "MemorySize").whole().orElseThrow());
        assertEquals(1024, property("Nightly", "MemorySize").whole().orElseThrow());
        assertEquals("Active", property("Nightly", "TracingConfig", "Mode").toString());
    }

    @Test
    void keepsWhoCallsWhom() {
        assertEquals(
                "Shop",
                property("ShopGetMethod", "Integration", "Uri")
                        .reference()
                        .orElseThrow()
                        .id());
        assertEquals(
                "OwnApi",
                property("ShopOwnIntegration", "ApiId")
                        .reference()
                        .orElseThrow()
                        .id());
        assertEquals(
                "Jobs",
                property("NightlyWork", "EventSourceArn")
                        .reference()
                        .orElseThrow()
                        .id());
        assertEquals(
                "rate(1 hour)", property("NightlyHourly", "ScheduleExpression").toString());
    }

    @Test
    void makesASimpleTableOnDemand() {
        assertEquals("PAY_PER_REQUEST", property("Orders", "BillingMode").toString());
        assertEquals("EXPRESS", property("Flow", "StateMachineType").toString());
    }

    @Test
    void isReadAsItStandsWithoutItsTransform() {
        SetUp plain = Written.setUp("Resources: {F: {Type: AWS::Serverless::Function}}");

        assertEquals(
                "AWS::Serverless::Function",
                plain.resources().findFirst().orElseThrow().type());
    }

    private static Value property(String id, String... names) {
        return SHOP.resource(new Reference("", id)).orElseThrow().at(names);
    }
}
