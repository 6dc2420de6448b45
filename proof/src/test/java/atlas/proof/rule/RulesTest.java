package atlas.proof.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.proof.RealAssembly;
import atlas.proof.gate.Templates;
import atlas.proof.mistake.Mistakes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    private static final Path MISTAKES = RealAssembly.ROOT.resolve("proof/mistakes.yaml");

    @TempDir
    private Path folder;

    @Test
    void findNothingInTheAtlasItself() {
        assertEquals(List.of(), new RulesGate().findings(Templates.in(RealAssembly.folder())));
    }

    @Test
    void eachHasAMistakeThatItCatches() {
        Set<String> ids = new TreeSet<>();
        Rules.ALL.forEach(rule -> ids.add(rule.id()));
        Set<String> caught = new TreeSet<>();
        Mistakes.read(MISTAKES)
                .forEach(mistake -> caught.addAll(mistake.caught().getOrDefault("rules", List.of())));

        assertEquals(ids, caught);
    }

    @Test
    void haveIdsOfTheirOwnAndSayWhatToDo() {
        assertEquals(
                Rules.ALL.size(), Rules.ALL.stream().map(Rule::id).distinct().count());
        for (Rule rule : Rules.ALL) {
            assertTrue(rule.id().matches("[a-z]+(-[a-z]+)*"), rule.id());
            assertTrue(rule.remedy().length() > 10 && !rule.remedy().endsWith("."), rule.remedy());
        }
    }

    /** Whoever takes everything from parameters may be right. */
    @Test
    void findNothingWhereOnlyADeploymentKnows() {
        assertEquals(List.of(), findings("""
                Parameters:
                  A: {Type: String}
                  List: {Type: CommaDelimitedList}
                Resources:
                  Balancer:
                    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                    Properties: {Type: !Ref A, Subnets: !Ref List, SecurityGroups: [!Ref A]}
                  Listener:
                    Type: AWS::ElasticLoadBalancingV2::Listener
                    Properties:
                      LoadBalancerArn: !Ref Balancer
                      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]
                  Rule:
                    Type: AWS::ElasticLoadBalancingV2::ListenerRule
                    Properties: {ListenerArn: !Ref Listener, Priority: !Ref A, Conditions: !Ref A, Actions: !Ref A}
                  Targets:
                    Type: AWS::ElasticLoadBalancingV2::TargetGroup
                    Properties:
                      TargetType: !Ref A
                      Protocol: HTTP
                      HealthCheckPath: !Ref A
                      HealthCheckTimeoutSeconds: !Ref A
                      HealthCheckIntervalSeconds: 5
                      Port: !Ref A
                  Cluster:
                    Type: AWS::ECS::Cluster
                    Properties: {CapacityProviders: !Ref List}
                  Task:
                    Type: AWS::ECS::TaskDefinition
                    Properties:
                      Memory: !Ref A
                      NetworkMode: !Ref A
                      RequiresCompatibilities: [FARGATE]
                      RuntimePlatform: {CpuArchitecture: !Ref A}
                      ExecutionRoleArn: !Ref A
                      ContainerDefinitions:
                        - {Name: !Ref A, Image: !Ref A, Memory: 512, PortMappings: [{ContainerPort: !Ref A}]}
                  Service:
                    Type: AWS::ECS::Service
                    Properties:
                      Cluster: !Ref Cluster
                      TaskDefinition: !Ref Task
                      CapacityProviderStrategy: [{CapacityProvider: FARGATE_SPOT, Weight: 1}]
                      LoadBalancers: [{ContainerName: !Ref A, ContainerPort: 80, TargetGroupArn: !Ref Targets}]
                      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: !Ref List, SecurityGroups: [!Ref A]}}
                  Machines:
                    Type: AWS::EC2::LaunchTemplate
                    Properties: {LaunchTemplateData: {ImageId: !Ref A, InstanceType: t3.micro}}
                  Nodes:
                    Type: AWS::EKS::Cluster
                    Properties: {Version: !Ref A}
                  Function:
                    Type: AWS::Lambda::Function
                    Properties:
                      Timeout: !Ref A
                      Handler: !Ref A
                      Runtime: java25
                      Code: {S3Bucket: !Ref A, S3Key: !Ref A}
                      SnapStart: {ApplyOn: !Ref A}
                      EphemeralStorage: {Size: 1024}
                  Queue:
                    Type: AWS::SQS::Queue
                    Properties: {VisibilityTimeout: !Ref A}
                  Mapping:
                    Type: AWS::Lambda::EventSourceMapping
                    Properties: {EventSourceArn: !GetAtt Queue.Arn, FunctionName: !Ref Function}
                  Schedule:
                    Type: AWS::Scheduler::Schedule
                    Properties: {ScheduleExpression: !Ref A, ScheduleExpressionTimezone: !Ref A}
                  Bucket:
                    Type: AWS::S3::Bucket
                    DeletionPolicy: Retain
                    Properties: {BucketName: !Ref A}
                  Distribution:
                    Type: AWS::CloudFront::Distribution
                    Properties:
                      DistributionConfig:
                        Aliases: [example.com]
                        ViewerCertificate: {AcmCertificateArn: !Ref A}
                        Origins: [{DomainName: !Ref A}]
                """));
    }

    /** Templates as AWS's documents have them, each with something that looks wrong and is right. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ecs-on-ec2",
                "eks",
                "fargate-behind-alb",
                "one-rule-or-the-other",
                "queue-and-function",
                "ready-made-machines",
                "secret-from-outside",
                "serverless",
                "site",
                "udp-on-fargate",
                "web-servers"
            })
    void findNothingInOrdinaryTemplates(String name) throws IOException {
        assertEquals(
                List.of(),
                findings(Files.readString(
                        RealAssembly.ROOT.resolve("proof/src/test/resources/ordinary/%s.yaml".formatted(name)))));
    }

    @Test
    void lookIntoGroupsWhoseRulesAreInline() {
        String template = """
                Resources:
                  Front: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: front}}
                  Back:
                    Type: AWS::EC2::SecurityGroup
                    Properties:
                      GroupDescription: back
                      SecurityGroupIngress:
                        - {IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref Front}
                  Balancer:
                    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                    Properties: {SecurityGroups: [!GetAtt Front.GroupId]}
                  Listener:
                    Type: AWS::ElasticLoadBalancingV2::Listener
                    Properties:
                      LoadBalancerArn: !Ref Balancer
                      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]
                  Targets: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {TargetType: ip}}
                  Task:
                    Type: AWS::ECS::TaskDefinition
                    Properties:
                      NetworkMode: awsvpc
                      ContainerDefinitions: [{Name: app, Image: nginx, PortMappings: [{ContainerPort: PORT}]}]
                  Service:
                    Type: AWS::ECS::Service
                    Properties:
                      TaskDefinition: !Ref Task
                      LoadBalancers: [{ContainerName: app, ContainerPort: PORT, TargetGroupArn: !Ref Targets}]
                      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!GetAtt Back.GroupId]}}
                """;

        assertEquals(List.of(), findings(template.replace("PORT", "80")));
        assertEquals(
                List.of(
                        "port-open-to-targets Service: Balancer cannot reach it: no security group of its own lets requests in"
                                + " on port 8080"),
                findings(template.replace("PORT", "8080")));
    }

    /** By actions with wildcards, by a managed policy, and by one that is attached from elsewhere. */
    @Test
    void knowWhatARoleMayDo() {
        String template = """
                Resources:
                  Role: {Type: AWS::IAM::Role, Properties: {GRANT}}
                  Policy:
                    Type: AWS::IAM::Policy
                    Properties:
                      Roles: [!Ref Role]
                      PolicyDocument:
                        Statement: {Effect: Allow, Action: 'secretsmanager:Get*', Resource: '*'}
                  Task:
                    Type: AWS::ECS::TaskDefinition
                    Properties:
                      ExecutionRoleArn: !GetAtt Role.Arn
                      ContainerDefinitions:
                        - Name: app
                          Image: !Sub ${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/app:1
                          Secrets: [{Name: KEY, ValueFrom: !Ref Secret}]
                  Secret: {Type: AWS::SecretsManager::Secret}
                """;
        String managed = "ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy']";
        String own = "Policies: [{PolicyDocument: {Statement: [{Effect: Allow, Action: ['ecr:*'], Resource: '*'}]}}]";

        assertEquals(List.of(), findings(template.replace("GRANT", managed)));
        assertEquals(List.of(), findings(template.replace("GRANT", own)));
        assertEquals(
                List.of(
                        "execution-role Role: it may not call ecr:BatchGetImage, and Task has to pull the image of app",
                        "execution-role Role: it may not call ecr:GetAuthorizationToken, and Task has to pull the image of app",
                        "execution-role Role: it may not call ecr:GetDownloadUrlForLayer, and Task has to pull the image of app"),
                findings(template.replace("GRANT", "Path: /")));
    }

    /** What {@code atlas.http} routes to; proof may not know it, so the source is read. */
    @Test
    void knowTheAppsHealthPath() throws IOException {
        String router = Files.readString(RealAssembly.ROOT.resolve("http/src/main/java/atlas/http/Router.java"));

        assertTrue(router.contains("String HEALTH = \"%s\";".formatted(HealthPath.PATH)));
    }

    private List<String> findings(String template) {
        try {
            Path file = Files.writeString(folder.resolve("template.yaml"), template);
            return new RulesGate()
                    .findings(Templates.in(file)).stream()
                            .map(finding -> "%s %s: %s".formatted(finding.rule(), finding.resource(), finding.text()))
                            .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
