package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcsEc2StackTest {
    private static StackTemplate stack;
    private static StackTemplate production;
    private static Resource service;
    private static Resource task;

    @BeforeAll
    static void synthesize() {
        stack = Assembly.with().stack("EcsEc2");
        production = Assembly.with("profile=production").stack("EcsEc2");
        service = stack.only("AWS::ECS::Service");
        task = stack.named("Task");
    }

    @Test
    void runsTheSameImageAsFargate() {
        assertEquals(
                ValueText.of(Assembly.with()
                        .stack("EcsFargate")
                        .only("AWS::ECS::TaskDefinition")
                        .get("/ContainerDefinitions/0/Image")),
                ValueText.of(container("app").path("Image")));
    }

    @ParameterizedTest
    @CsvSource({", linux/arm64", "architecture=x86_64, linux/amd64"})
    void buildsTheImageForTheProcessorThatRunsIt(String setting, String platform) {
        assertEquals(
                platform,
                Assembly.with(setting == null ? new String[0] : new String[] {setting})
                        .read("EcsEc2.assets.json")
                        .path("dockerImages")
                        .elements()
                        .next()
                        .at("/source/platform")
                        .asText());
    }

    /** Docker chooses a port for each copy, so that two of them fit on one instance. */
    @Test
    void bridgesItsPortToAnyOfTheInstance() {
        assertEquals("bridge", task.text("/NetworkMode"));
        assertEquals(
                "ContainerPort 8080, HostPort 0, Protocol tcp",
                ValueText.of(container("app").path("PortMappings")));
        assertFalse(service.has("/NetworkConfiguration"), "is for awsvpc alone");
    }

    @Test
    void injectsASecretAndAParameter() {
        assertEquals(
                "Name ATLAS_JOB_KEY, ValueFrom ${JobKey}, Name ATLAS_LOG_LEVEL, ValueFrom"
                        + " arn:aws:ssm:us-east-1:${AWS::AccountId}:parameter/${LogLevel}",
                ValueText.of(container("app").path("Secrets")));
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

    /** By itself the CDK makes neither rule, since the cluster does not know its instances' group. */
    @Test
    void admitsTheLoadBalancerToThePortsThatDockerChooses() {
        Resource in = stack.only("AWS::EC2::SecurityGroupIngress");
        Resource out = stack.only("AWS::EC2::SecurityGroupEgress");

        assertEquals("${InstancesGroup.GroupId}", in.text("/GroupId"));
        assertEquals("${Web/LoadBalancerGroup.GroupId}", in.text("/SourceSecurityGroupId"));
        assertEquals(List.of("32768", "65535"), List.of(in.text("/FromPort"), in.text("/ToPort")));
        assertEquals("${Web/LoadBalancerGroup.GroupId}", out.text("/GroupId"));
        assertEquals("${InstancesGroup.GroupId}", out.text("/DestinationSecurityGroupId"));
        assertEquals(List.of("32768", "65535"), List.of(out.text("/FromPort"), out.text("/ToPort")));
        stack.all("AWS::EC2::SecurityGroup")
                .forEach(group -> assertFalse(group.has("/SecurityGroupIngress"), group.name()));
    }

    @Test
    void sendsRequestsToInstancesAndPorts() {
        assertEquals("instance", stack.named("RouteTargets").text("/TargetType"));
        assertEquals(
                "ContainerName app, ContainerPort 8080, TargetGroupArn ${RouteTargets}",
                service.text("/LoadBalancers"));
    }

    @Test
    void routesItsOwnPathOnly() {
        Resource rule = stack.only("AWS::ElasticLoadBalancingV2::ListenerRule");

        assertEquals("30", rule.text("/Priority"));
        assertEquals("/ecs-ec2, /ecs-ec2/*", rule.text("/Conditions/0/PathPatternConfig/Values"));
        assertEquals("${RouteTargets}", rule.text("/Actions/0/TargetGroupArn"));
    }

    /** A record of the address alone would not tell the port. */
    @Test
    void isFoundByNameAndPortInsideTheVpc() {
        Resource name = stack.only("AWS::ServiceDiscovery::Service");

        assertEquals("app", name.text("/Name"));
        assertEquals("TTL 10, Type SRV", name.text("/DnsConfig/DnsRecords"));
        assertEquals(
                "ContainerName app, ContainerPort 8080, RegistryArn ${ServiceCloudmapService.Arn}",
                service.text("/ServiceRegistries"));
    }

    /** Two private zones of one name cannot be associated with one VPC. */
    @Test
    void sharesItsNamespaceWithNobody() {
        String namespace =
                stack.only("AWS::ServiceDiscovery::PrivateDnsNamespace").text("/Name");

        assertEquals("ecs-ec2.internal", namespace);
        assertNotEquals(
                Assembly.with()
                        .stack("EcsFargate")
                        .only("AWS::ServiceDiscovery::PrivateDnsNamespace")
                        .text("/Name"),
                namespace);
        assertNotEquals(
                Assembly.with().stack("Dns").only("AWS::Route53::HostedZone").text("/Name"), namespace + ".");
    }

    @Test
    void mayTouchItsPostersAndItsLogOnly() {
        assertEquals(
                List.of(
                        "Allow logs:CreateLogStream, logs:PutLogEvents on ${Log.Arn}",
                        "Allow dynamodb:GetItem, dynamodb:PutItem, dynamodb:UpdateItem on ${Database/Jobs.Arn}",
                        "Allow s3:GetObject, s3:PutObject on ${Storage/Posters.Arn}/posters/*",
                        "Allow s3:ListBucket on ${Storage/Posters.Arn}",
                        "Allow sqs:DeleteMessage, sqs:ReceiveMessage, sqs:SendMessage on"
                                + " ${Messaging/EcsEc2Queue.Arn}"),
                production.named("TaskTaskRoleDefaultPolicy").statements());
    }

    @Test
    void keepsImageSecretAndParameterToTheExecutionRole() {
        assertEquals(
                List.of(
                        "Allow ecr:BatchCheckLayerAvailability, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer on"
                                + " arn:aws:ecr:us-east-1:${AWS::AccountId}:repository/compute-atlas",
                        "Allow ecr:GetAuthorizationToken on *",
                        "Allow secretsmanager:DescribeSecret, secretsmanager:GetSecretValue on ${JobKey}",
                        "Allow ssm:DescribeParameters, ssm:GetParameter, ssm:GetParameterHistory, ssm:GetParameters on"
                                + " arn:aws:ssm:us-east-1:${AWS::AccountId}:parameter/${LogLevel}",
                        "Allow logs:CreateLogStream, logs:PutLogEvents on ${Log.Arn}"),
                stack.named("TaskExecutionRoleDefaultPolicy").statements());
    }

    @Test
    void opensAShellInTheSandboxOnly() {
        assertEquals("true", service.text("/EnableExecuteCommand"));
        assertEquals("false", production.only("AWS::ECS::Service").text("/EnableExecuteCommand"));
        assertEquals(
                "true",
                production
                        .named("Task")
                        .element("/ContainerDefinitions", "Name", "app")
                        .path("ReadonlyRootFilesystem")
                        .asText());
    }

    @Test
    void tellsTheComparisonWhatItsUnitIs() {
        assertEquals(
                "max 2, memoryMiB 2048, min 1, option ecs-ec2, unit instance, vcpu 2",
                ValueText.of(stack.json().at("/Metadata/ComputeAtlas")));
        assertEquals(
                "max 5, memoryMiB 2048, min 1, option ecs-ec2, unit instance, vcpu 2",
                ValueText.of(Assembly.with("minUnits=2", "maxUnits=5")
                        .stack("EcsEc2")
                        .json()
                        .at("/Metadata/ComputeAtlas")));
    }

    @Test
    void printsWhereToFindIt() {
        assertEquals("https://${Cdn/Distribution.DomainName}/ecs-ec2/", stack.output("Url"));
    }

    private static JsonNode container(String name) {
        return task.element("/ContainerDefinitions", "Name", name);
    }
}
