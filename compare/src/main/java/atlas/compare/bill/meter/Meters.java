package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.Computes;
import atlas.compare.template.LeftOpen;
import atlas.compare.template.Resource;
import java.util.Map;
import java.util.TreeMap;

/** Which meter reads which type. A type without one that nothing is known of is not priced. */
public final class Meters {
    private final Map<String, Meter> byType = new TreeMap<>();

    public Meters(Computes computes) {
        compute(computes);
        network();
        data();
        messages();
        management();
    }

    private void compute(Computes computes) {
        ComputeMeter compute = new ComputeMeter(computes);
        of(compute, "AWS::AutoScaling::AutoScalingGroup", "AWS::EC2::Instance", "AWS::EKS::Nodegroup");
        of(compute, "AWS::ECS::Service", "AWS::ECS::ExpressGatewayService", "AWS::AppRunner::Service");
        of(
                compute,
                "AWS::Lightsail::Container",
                "AWS::Lightsail::Instance",
                "AWS::Lambda::Function",
                "AWS::Lambda::CapacityProvider");
        of(Volumes::alone, "AWS::EC2::Volume");
        of(ClusterMeters::host, "AWS::EC2::Host");
        of(ClusterMeters::ecs, "AWS::ECS::Cluster");
        of(ClusterMeters::eks, "AWS::EKS::Cluster");
        of(ClusterMeters::addon, "AWS::EKS::Addon");
        of(ClusterMeters::fargateProfile, "AWS::EKS::FargateProfile");
        of(ClusterMeters::capability, "AWS::EKS::Capability");
        of(ClusterMeters::batch, "AWS::Batch::ComputeEnvironment");
    }

    private void network() {
        of(
                new LoadBalancerMeter(),
                "AWS::ElasticLoadBalancing::LoadBalancer",
                "AWS::ElasticLoadBalancingV2::LoadBalancer");
        of(new ApiMeter(), "AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api");
        of(ApiMeter::stage, "AWS::ApiGateway::Stage");
        of(ApiMeter::functionUrl, "AWS::Lambda::Url");
        of(new CdnMeter(), "AWS::CloudFront::Distribution");
        of(EdgeMeter::cloudFrontFunction, "AWS::CloudFront::Function");
        of(FirewallMeters::list, "AWS::WAFv2::WebACL");
        of(FirewallMeters::group, "AWS::WAFv2::RuleGroup");
        of(ClusterMeters::vpc, "AWS::EC2::VPC");
        of(NetworkMeters::nat, "AWS::EC2::NatGateway");
        of(NetworkMeters::address, "AWS::EC2::EIP");
        of(NetworkMeters::endpoint, "AWS::EC2::VPCEndpoint");
        of(DnsMeters::zone, "AWS::Route53::HostedZone");
        of(DnsMeters::healthCheck, "AWS::Route53::HealthCheck");
        of(DnsMeters::resolverEndpoint, "AWS::Route53Resolver::ResolverEndpoint");
        of(
                DnsMeters::namespace,
                "AWS::ServiceDiscovery::PrivateDnsNamespace",
                "AWS::ServiceDiscovery::PublicDnsNamespace");
        of(DnsMeters::registry, "AWS::ServiceDiscovery::Service");
        of(fixed("load balancer", "lightsail:load-balancer"), "AWS::Lightsail::LoadBalancer");
    }

    private void data() {
        of(TableMeters::table, "AWS::DynamoDB::Table");
        of(TableMeters::globalTable, "AWS::DynamoDB::GlobalTable");
        of(DatabaseMeters::instance, "AWS::RDS::DBInstance");
        of(DatabaseMeters::cluster, "AWS::RDS::DBCluster");
        of(DatabaseMeters::proxy, "AWS::RDS::DBProxy");
        of(CacheMeters::cluster, "AWS::ElastiCache::CacheCluster");
        of(CacheMeters::replicationGroup, "AWS::ElastiCache::ReplicationGroup");
        of(CacheMeters::serverless, "AWS::ElastiCache::ServerlessCache");
        of(CacheMeters::accelerator, "AWS::DAX::Cluster");
        of(StoreMeters::fileSystem, "AWS::EFS::FileSystem");
        of(StoreMeters::windowsOrZfs, "AWS::FSx::FileSystem");
        of(StoreMeters::search, "AWS::OpenSearchService::Domain");
        of(StoreMeters::searchCollection, "AWS::OpenSearchServerless::Collection");
        of(StoreMeters::warehouse, "AWS::Redshift::Cluster");
    }

    private void messages() {
        of(StreamMeters::queue, "AWS::SQS::Queue");
        of(StreamMeters::topic, "AWS::SNS::Topic");
        of(StreamMeters::subscription, "AWS::SNS::Subscription");
        of(StreamMeters::stream, "AWS::Kinesis::Stream");
        of(ScheduleMeter::rule, "AWS::Events::Rule");
        of(ScheduleMeter::schedule, "AWS::Scheduler::Schedule");
        of(StreamMeters::mapping, "AWS::Lambda::EventSourceMapping");
        of(StoreMeters::broker, "AWS::AmazonMQ::Broker");
    }

    private void management() {
        of(WatchMeters::alarm, "AWS::CloudWatch::Alarm");
        of(fixed("dashboard", "cw:dashboard"), "AWS::CloudWatch::Dashboard");
        of(WatchMeters::scalingPolicy, "AWS::ApplicationAutoScaling::ScalingPolicy", "AWS::AutoScaling::ScalingPolicy");
        of(WatchMeters::capacityProvider, "AWS::ECS::CapacityProvider");
        of(fixed("secret", "secrets:secret"), "AWS::SecretsManager::Secret");
        of(SecretMeters::key, "AWS::KMS::Key", "AWS::KMS::ReplicaKey");
        of(SecretMeters::parameter, "AWS::SSM::Parameter");
        of(ClusterMeters::nestedStack, "AWS::CloudFormation::Stack");
    }

    private void of(Meter meter, String... types) {
        for (String type : types) {
            byType.put(type, meter);
        }
    }

    /** One of it, at one price a month. */
    private static Meter fixed(String item, String priceKey) {
        return (resource, tally) -> tally.line(resource, item, Group.ALWAYS_ON, Quantity.of(1, item), priceKey);
    }

    /** What a template leaves open is not priced, with what exactly it is. */
    public void read(Resource resource, Tally tally) {
        try {
            byType.getOrDefault(resource.type(), OtherTypes::read).read(resource, tally);
        } catch (LeftOpen open) {
            tally.notPriced(resource, open.getMessage());
        }
    }
}
