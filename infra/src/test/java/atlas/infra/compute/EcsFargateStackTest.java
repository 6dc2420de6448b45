package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EcsFargateStackTest {
    private static StackTemplate stack;
    private static StackTemplate production;
    private static Resource service;

    @BeforeAll
    static void synthesize() {
        stack = Assembly.with().stack("EcsFargate");
        production = Assembly.with("profile=production").stack("EcsFargate");
        service = stack.only("AWS::ECS::Service");
    }

    @Test
    void buildsTheImageForTheProcessorThatRunsIt() {
        assertEquals("CpuArchitecture ARM64, OperatingSystemFamily LINUX", platform(Assembly.with()));
        assertEquals("linux/arm64", imagePlatform(Assembly.with()));

        Assembly x86 = Assembly.with("architecture=x86_64");
        assertEquals("CpuArchitecture X86_64, OperatingSystemFamily LINUX", platform(x86));
        assertEquals("linux/amd64", imagePlatform(x86));
    }

    @Test
    void isAsBigAsAsked() {
        Resource task = Assembly.with("options=ecs-fargate", "taskCpu=2048", "taskMemory=4096")
                .stack("EcsFargate")
                .only("AWS::ECS::TaskDefinition");

        assertEquals("2048", task.text("/Cpu"));
        assertEquals("4096", task.text("/Memory"));
        assertEquals("awsvpc", task.text("/NetworkMode"));
        assertEquals("FARGATE", task.text("/RequiresCompatibilities"));
    }

    /** Else the service may ask for FARGATE_SPOT before the cluster has it, and hang when it is deleted. */
    @Test
    void waitsForTheCapacityProviders() {
        assertTrue(service.dependsOn().contains("CapacityProviders"));
        assertEquals(
                "FARGATE, FARGATE_SPOT",
                stack.only("AWS::ECS::ClusterCapacityProviderAssociations").text("/CapacityProviders"));
    }

    /** A task that starts sooner cannot pull its image, or is found sick, and the circuit breaker counts it. */
    @Test
    void waitsForWhatATaskNeedsToStartAndToBeSeen() {
        assertTrue(service.dependsOn()
                .containsAll(List.of(
                        "TaskExecutionRoleDefaultPolicy",
                        "TaskTaskRoleDefaultPolicy",
                        "RouteRule",
                        stack.only("AWS::EC2::SecurityGroupIngress").name(),
                        stack.only("AWS::EC2::SecurityGroupEgress").name())));
    }

    @Test
    void hasNoPublicAddress() {
        assertEquals(
                "AssignPublicIp DISABLED, SecurityGroups ${TaskGroup.GroupId}, Subnets"
                        + " ${Network/VpcPrivateSubnet1Subnet}, ${Network/VpcPrivateSubnet2Subnet}",
                service.text("/NetworkConfiguration/AwsvpcConfiguration"));
    }

    @Test
    void admitsOnlyTheLoadBalancer() {
        Resource rule = stack.only("AWS::EC2::SecurityGroupIngress");

        assertEquals("${TaskGroup.GroupId}", rule.text("/GroupId"));
        assertEquals("${Web/LoadBalancerGroup.GroupId}", rule.text("/SourceSecurityGroupId"));
        assertEquals("8080", rule.text("/FromPort"));
        assertEquals("8080", rule.text("/ToPort"));
        assertEquals("", stack.only("AWS::EC2::SecurityGroup").text("/SecurityGroupIngress"));
    }

    @Test
    void isFoundByNameInsideTheVpc() {
        Resource name = stack.only("AWS::ServiceDiscovery::Service");

        assertEquals("app", name.text("/Name"));
        assertEquals("TTL 10, Type A", name.text("/DnsConfig/DnsRecords"));
        assertEquals(
                "ecs-fargate.internal",
                stack.only("AWS::ServiceDiscovery::PrivateDnsNamespace").text("/Name"));
        assertEquals("${ServiceCloudmapService.Arn}", service.text("/ServiceRegistries/0/RegistryArn"));
    }

    @Test
    void opensAShellInTheSandbox() {
        assertEquals("true", service.text("/EnableExecuteCommand"));
        assertEquals(
                "true",
                container(stack).at("/LinuxParameters/InitProcessEnabled").asText());
        assertEquals("false", container(stack).path("ReadonlyRootFilesystem").asText());
    }

    @Test
    void readOnlyRootExcludesEcsExec() {
        assertEquals(
                "true", container(production).path("ReadonlyRootFilesystem").asText());
        assertEquals("false", production.only("AWS::ECS::Service").text("/EnableExecuteCommand"));
        assertFalse(
                String.join("\n", production.named("TaskTaskRoleDefaultPolicy").statements())
                        .contains("ssmmessages"),
                "the way for the shell is left open");
    }

    @Test
    void injectsASecretAndAParameter() {
        assertEquals(
                "Name ATLAS_JOB_KEY, ValueFrom ${JobKey}, Name ATLAS_LOG_LEVEL, ValueFrom"
                        + " arn:aws:ssm:us-east-1:${AWS::AccountId}:parameter/${LogLevel}",
                ValueText.of(container(stack).path("Secrets")));
        assertEquals("40", stack.named("JobKey").text("/GenerateSecretString/PasswordLength"));
        assertEquals("INFO", stack.named("LogLevel").text("/Value"));
    }

    @Test
    void rollsADeploymentBackWhoseTasksAreNeverWell() {
        assertEquals("Enable true, Rollback true", service.text("/DeploymentConfiguration/DeploymentCircuitBreaker"));
        assertEquals("100", service.text("/DeploymentConfiguration/MinimumHealthyPercent"));
        assertEquals("200", service.text("/DeploymentConfiguration/MaximumPercent"));
        assertEquals("60", service.text("/HealthCheckGracePeriodSeconds"));
    }

    @Test
    void stopsGracefully() {
        assertEquals("30", container(stack).path("StopTimeout").asText());
        assertEquals(
                "30",
                stack.named("RouteTargets")
                        .attribute("/TargetGroupAttributes", "deregistration_delay.timeout_seconds"));
    }

    @Test
    void routesItsOwnPathOnly() {
        Resource rule = stack.only("AWS::ElasticLoadBalancingV2::ListenerRule");

        assertEquals("20", rule.text("/Priority"));
        assertEquals("/ecs-fargate, /ecs-fargate/*", rule.text("/Conditions/0/PathPatternConfig/Values"));
        assertEquals("${RouteTargets}", rule.text("/Actions/0/TargetGroupArn"));
    }

    @Test
    void sendsRequestsToTheContainerThatListens() {
        assertEquals(
                "ContainerName app, ContainerPort 8080, TargetGroupArn ${RouteTargets}",
                service.text("/LoadBalancers"));
        assertEquals("app", container(stack).path("Name").asText());
        assertEquals(
                "ContainerPort 8080, Protocol tcp",
                ValueText.of(container(stack).path("PortMappings")));
        assertEquals("ip", stack.named("RouteTargets").text("/TargetType"));
    }

    @Test
    void mayTouchItsPostersOnly() {
        List<String> posters = List.of(
                "Allow dynamodb:GetItem, dynamodb:PutItem, dynamodb:UpdateItem on ${Database/Jobs.Arn}",
                "Allow s3:GetObject, s3:PutObject on ${Storage/Posters.Arn}/posters/*",
                "Allow s3:ListBucket on ${Storage/Posters.Arn}",
                "Allow sqs:DeleteMessage, sqs:ReceiveMessage, sqs:SendMessage on ${Messaging/EcsFargateQueue.Arn}");

        assertEquals(posters, production.named("TaskTaskRoleDefaultPolicy").statements());
        assertEquals(
                "Allow ssmmessages:CreateControlChannel, ssmmessages:CreateDataChannel,"
                        + " ssmmessages:OpenControlChannel, ssmmessages:OpenDataChannel on *",
                stack.named("TaskTaskRoleDefaultPolicy").statements().get(0));
    }

    /** What ECS itself needs is no business of the app in the task. */
    @Test
    void keepsImageLogSecretAndParameterToTheExecutionRole() {
        assertEquals(
                List.of(
                        "Allow ecr:BatchCheckLayerAvailability, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer on"
                                + " arn:aws:ecr:us-east-1:${AWS::AccountId}:repository/compute-atlas",
                        "Allow ecr:GetAuthorizationToken on *",
                        "Allow logs:CreateLogStream, logs:PutLogEvents on ${Log.Arn}",
                        "Allow secretsmanager:DescribeSecret, secretsmanager:GetSecretValue on ${JobKey}",
                        "Allow ssm:DescribeParameters, ssm:GetParameter, ssm:GetParameterHistory, ssm:GetParameters on"
                                + " arn:aws:ssm:us-east-1:${AWS::AccountId}:parameter/${LogLevel}"),
                stack.named("TaskExecutionRoleDefaultPolicy").statements());
        assertEquals(
                "${TaskTaskRole.Arn}", stack.only("AWS::ECS::TaskDefinition").text("/TaskRoleArn"));
        assertEquals(
                "${TaskExecutionRole.Arn}",
                stack.only("AWS::ECS::TaskDefinition").text("/ExecutionRoleArn"));
    }

    @Test
    void paysForInsightsInProductionOnly() {
        assertEquals("Name containerInsights, Value disabled", insights(stack));
        assertEquals("Name containerInsights, Value enabled", insights(production));
    }

    @Test
    void tellsTheComparisonWhatItsUnitIs() {
        assertEquals(
                "max 2, memoryMiB 2048, min 1, option ecs-fargate, unit task, vcpu 1",
                ValueText.of(stack.json().at("/Metadata/ComputeAtlas")));
    }

    @Test
    void printsWhereToFindIt() {
        assertEquals("https://${Cdn/Distribution.DomainName}/ecs-fargate/", stack.output("Url"));
    }

    private static String platform(Assembly assembly) {
        return assembly.stack("EcsFargate").only("AWS::ECS::TaskDefinition").text("/RuntimePlatform");
    }

    private static String imagePlatform(Assembly assembly) {
        JsonNode image = assembly.read("EcsFargate.assets.json")
                .path("dockerImages")
                .elements()
                .next();
        return image.at("/source/platform").asText();
    }

    private static JsonNode container(StackTemplate stack) {
        return stack.only("AWS::ECS::TaskDefinition").get("/ContainerDefinitions/0");
    }

    private static String insights(StackTemplate stack) {
        return stack.only("AWS::ECS::Cluster").text("/ClusterSettings");
    }
}
