package atlas.compare.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.AnyJson;
import atlas.compare.BadInput;
import atlas.compare.Written;
import atlas.compare.prices.PriceBooks;
import atlas.compare.report.BillJson;
import atlas.compare.report.BillText;
import atlas.compare.template.SetUp;
import atlas.compare.workload.WorkloadFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Templates that name what meters read, and say anything of it. */
class AnyBillTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> TYPES =
            words("ApiGateway::Method ApiGateway::RestApi ApiGateway::Stage ApiGatewayV2::Api ApiGatewayV2::Integration"
                    + " AmazonMQ::Broker AppRunner::AutoScalingConfiguration AppRunner::Service"
                    + " ApplicationAutoScaling::ScalableTarget ApplicationAutoScaling::ScalingPolicy"
                    + " AutoScaling::AutoScalingGroup AutoScaling::LaunchConfiguration Batch::ComputeEnvironment"
                    + " CloudFormation::Stack CloudFront::Distribution CloudFront::Function CloudWatch::Alarm DAX::Cluster"
                    + " DynamoDB::GlobalTable DynamoDB::Table EC2::EIP EC2::Host EC2::Instance EC2::LaunchTemplate"
                    + " EC2::NatGateway EC2::Subnet EC2::Volume EC2::VPC EC2::VPCEndpoint ECS::CapacityProvider ECS::Cluster"
                    + " ECS::Service ECS::TaskDefinition EFS::FileSystem EKS::Addon EKS::Capability EKS::Cluster"
                    + " EKS::Nodegroup ElastiCache::CacheCluster ElastiCache::ReplicationGroup ElastiCache::ServerlessCache"
                    + " ElasticLoadBalancing::LoadBalancer ElasticLoadBalancingV2::Listener"
                    + " ElasticLoadBalancingV2::LoadBalancer ElasticLoadBalancingV2::TargetGroup Events::Rule"
                    + " FSx::FileSystem Kinesis::Stream KMS::Key Lambda::Alias Lambda::CapacityProvider"
                    + " Lambda::EventSourceMapping Lambda::Function Lambda::Url Lightsail::Container Lightsail::Instance"
                    + " Logs::LogGroup OpenSearchServerless::Collection OpenSearchService::Domain RDS::DBCluster"
                    + " RDS::DBInstance RDS::DBProxy RDS::DBProxyTargetGroup Redshift::Cluster Route53::HealthCheck"
                    + " Route53Resolver::ResolverEndpoint Scheduler::Schedule ServiceDiscovery::Service SNS::Subscription"
                    + " SNS::Topic SQS::Queue SSM::Parameter WAFv2::RuleGroup WAFv2::WebACL WAFv2::WebACLAssociation");

    private static final List<String> PROPERTIES = words(
            "AccessScope AllocatedStorage AllowedInstanceTypes Architectures AssociatePublicIpAddress AutoScalingGroupName"
                    + " AutoScalingGroupProvider AutoScalingGroupArn AvailabilityZones AwsvpcConfiguration AssignPublicIp Base"
                    + " BillingMode BlockDeviceMappings Body BundleId CacheBehaviors CacheClusterEnabled CacheClusterSize"
                    + " CacheNodeType CapacityProvider CapacityProviderConfig CapacityProviderStrategy CapacityType Cluster"
                    + " ClusterConfig ClusterSettings ComputeConfig ComputeResources ContainerDefinitions Cpu CpuArchitecture"
                    + " DBClusterIdentifier DBInstanceClass DefaultCacheBehavior DeploymentMode DesiredCapacity DesiredCount"
                    + " DesiredSize DiskSize DistributionConfig EBSOptions Ebs Enabled Engine EngineMode EphemeralStorage"
                    + " EventPattern EventSourceArn FileSystemType FunctionAssociations FunctionName GlobalSecondaryIndexes"
                    + " HealthCheckConfig HostInstanceType ImageId InstanceConfiguration InstanceCount InstanceFamily"
                    + " InstanceLaunchTemplate InstanceRequirements InstanceTenancy InstanceType InstanceTypes Instances"
                    + " Integration IntegrationUri Iops LambdaFunctionAssociations LaunchConfigurationName LaunchTemplate"
                    + " LaunchTemplateData LaunchType LoadBalancerArn LoadBalancerAttributes LoadBalancers"
                    + " ManagedInstancesProvider ManagedScaling MaxCapacity MaxSize MaxVCpuCount Memory MemorySize MethodSettings"
                    + " Metrics MinCapacity MinSize MinvCpus MixedInstancesPolicy InstancesDistribution MultiAZ Name"
                    + " NetworkConfiguration NetworkInterfaces NodeType NumCacheClusters NumCacheNodes NumNodeGroups"
                    + " NumberOfNodes OnDemandBaseCapacity OnDemandPercentageAboveBaseCapacity Overrides Period PolicyType Power"
                    + " ProtocolType ProvisionedConcurrencyConfig ProvisionedConcurrentExecutions ProvisionedPollerConfig"
                    + " ProvisionedThroughput ReadCapacityUnits Replicas ReplicationFactor RequiresCompatibilities"
                    + " ReservedConcurrentExecutions ResourceId RetentionInDays RetentionPeriodHours Rules RuntimePlatform Scale"
                    + " ScalingConfig ScheduleExpression Scheme ServerlessV2ScalingConfiguration ServiceRegistries ShardCount Size"
                    + " SizeInGiB SourceConfiguration SourceDBInstanceIdentifier Statement StorageCapacity StorageType StreamMode"
                    + " StreamModeDetails SubnetId SubnetIds SubnetMappings Subnets TableClass TargetGroupARNs TargetGroupArn"
                    + " TargetTrackingScalingPolicyConfiguration PredefinedMetricSpecification PredefinedMetricType TargetValue"
                    + " Target Targets TaskDefinition Tenancy ThrottlingRateLimit Throughput ThroughputMode Tier Timeout"
                    + " TracingConfig Mode Type VPCZoneIdentifier VolumeSize VolumeType VpcConfig VpcEndpointType");

    private static final List<String> VALUES =
            words("t3.micro t4g.small m7g.large x9.huge FARGATE FARGATE_SPOT EC2 ARM64 arm64"
                    + " gp3 io1 network gateway internal postgres db.t4g.micro db.serverless PAY_PER_REQUEST ON_DEMAND SPOT Interface"
                    + " dedicated host ALBRequestCountPerTarget ECSServiceAverageCPUUtilization TargetTrackingScaling nano nano_3_0"
                    + " Active true 3 512 1024 1vCPU 2GB rate(5_minutes)");

    @Property(tries = 150)
    void isMadeOfAnyTemplate(
            @ForAll("templates") JsonNode template, @ForAll PurchaseModel purchase, @ForAll Running running) {
        assertIsMade(template, purchase, running);
    }

    @Property(tries = 150)
    void isMadeOfATemplateThatWasRight(
            @ForAll("broken") JsonNode template, @ForAll PurchaseModel purchase, @ForAll Running running) {
        assertIsMade(template, purchase, running);
    }

    private static void assertIsMade(JsonNode template, PurchaseModel purchase, Running running) {
        SetUp setUp;
        try {
            setUp = Written.setUp(template.toString());
        } catch (BadInput refused) {
            return;
        }
        Biller biller = new Biller(setUp);
        for (String workload : List.of("steady-api", "spiky-site")) {
            Terms terms = new Terms(
                    PriceBooks.of("us-east-1"), WorkloadFile.read(workload), purchase, running, List.of(), false);
            Bill bill = biller.bill(terms);
            assertEquals(bill, biller.bill(terms), "a second time");
            assertTrue(bill.lines().stream().allMatch(line -> line.amount().signum() >= 0), bill::toString);
            Bill raised = biller.bill(terms.whenRaised());
            assertTrue(
                    BillLawsTest.mayFall(bill, raised) || raised.total().compareTo(bill.total()) >= 0,
                    "raised, it costs less");
            assertTrue(BillText.of(bill).lines().allMatch(line -> line.length() < 400), BillText.of(bill));
            BillJson.of(bill).toString();
        }
    }

    @Provide
    Arbitrary<JsonNode> templates() {
        return Arbitraries.randomValue(AnyBillTest::template);
    }

    /** Set-ups of which something else is said in one to four places. */
    @Provide
    Arbitrary<JsonNode> broken() {
        return Arbitraries.randomValue(AnyBillTest::broken);
    }

    private static JsonNode broken(Random random) {
        ObjectNode resources = JSON.objectNode();
        one(random, SetUpsToBill.ALL).resources().forEach(resource -> resources
                .putObject(resource.name().id())
                .put("Type", resource.type())
                .set("Properties", resource.properties().json().deepCopy()));
        for (int i = random.nextInt(4); i >= 0; i--) {
            String id = one(
                    random,
                    resources.properties().stream().map(Map.Entry::getKey).toList());
            breakSomething(random, resources.path(id).path("Properties"));
        }
        return JSON.objectNode().set("Resources", resources);
    }

    private static void breakSomething(Random random, JsonNode node) {
        if (node.isObject() && !node.isEmpty()) {
            String name = one(
                    random, node.properties().stream().map(Map.Entry::getKey).toList());
            if (node.path(name).isContainerNode() && random.nextInt(4) > 0) {
                breakSomething(random, node.path(name));
            } else {
                ((ObjectNode) node).set(name, value(random, 2));
            }
        } else if (node.isArray() && !node.isEmpty()) {
            breakSomething(random, node.path(random.nextInt(node.size())));
        }
    }

    private static JsonNode template(Random random) {
        ObjectNode resources = JSON.objectNode();
        for (String id : List.of("A", "B", "C", "D", "E", "F")) {
            ObjectNode resource = JSON.objectNode().put("Type", "AWS::" + one(random, TYPES));
            resources.set(id, resource.set("Properties", properties(random, 3)));
        }
        return JSON.objectNode().set("Resources", resources);
    }

    private static JsonNode properties(Random random, int depth) {
        ObjectNode properties = JSON.objectNode();
        for (int i = random.nextInt(12); i >= 0; i--) {
            properties.set(one(random, PROPERTIES), value(random, depth - 1));
        }
        return properties;
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 6)) {
            case 0, 1 -> JSON.textNode(one(random, VALUES));
            case 2 -> JSON.numberNode(random.nextInt(6));
            case 3 -> JSON.objectNode().put("Ref", one(random, List.of("A", "B", "C", "D", "E", "F", "Open")));
            case 4 ->
                JSON.objectNode()
                        .set(
                                "Fn::GetAtt",
                                JSON.arrayNode()
                                        .add(one(random, List.of("A", "B", "C")))
                                        .add("Arn"));
            case 5 -> AnyJson.value(random);
            case 6, 7 -> JSON.arrayNode().add(value(random, depth - 1)).add(properties(random, depth - 1));
            default -> properties(random, depth - 1);
        };
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
