package atlas.compare.bill.meter;

import atlas.compare.bill.Tally;
import atlas.compare.capacity.Compute;
import atlas.compare.template.Resource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which meter reads which type. A type without one that is not known to be free is not priced. */
public final class Meters {
    private static final Set<String> FREE = freeTypes();

    private final Map<String, Meter> byType = new TreeMap<>();

    public Meters(List<Compute> computes) {
        of(
                new ComputeMeter(computes),
                "AWS::AutoScaling::AutoScalingGroup",
                "AWS::EC2::Instance",
                "AWS::ECS::Service",
                "AWS::EKS::Nodegroup",
                "AWS::Lambda::Function");
        of(
                new LoadBalancerMeter(),
                "AWS::ElasticLoadBalancing::LoadBalancer",
                "AWS::ElasticLoadBalancingV2::LoadBalancer");
        of(new ApiMeter(), "AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api");
        of(new CdnMeter(), "AWS::CloudFront::Distribution");
        of(new EksMeter(), "AWS::EKS::Cluster");
        of(NetworkMeters::nat, "AWS::EC2::NatGateway");
        of(NetworkMeters::address, "AWS::EC2::EIP");
        of(NetworkMeters::endpoint, "AWS::EC2::VPCEndpoint");
        of(DnsMeters::zone, "AWS::Route53::HostedZone");
        of(DnsMeters::healthCheck, "AWS::Route53::HealthCheck");
        of(
                DnsMeters::namespace,
                "AWS::ServiceDiscovery::PrivateDnsNamespace",
                "AWS::ServiceDiscovery::PublicDnsNamespace");
        of(DnsMeters::registry, "AWS::ServiceDiscovery::Service");
        of(WatchMeters::alarm, "AWS::CloudWatch::Alarm");
        of(WatchMeters::logGroup, "AWS::Logs::LogGroup");
        of(WatchMeters::dashboard, "AWS::CloudWatch::Dashboard");
        of(WatchMeters::scalingPolicy, "AWS::ApplicationAutoScaling::ScalingPolicy", "AWS::AutoScaling::ScalingPolicy");
        of(WatchMeters::capacityProvider, "AWS::ECS::CapacityProvider");
        of(SecretMeters::secret, "AWS::SecretsManager::Secret");
        of(SecretMeters::key, "AWS::KMS::Key");
        of(SecretMeters::parameter, "AWS::SSM::Parameter");
        of(Volumes::alone, "AWS::EC2::Volume");
        of(DataMeters::bucket, "AWS::S3::Bucket");
        of(DataMeters::fileSystem, "AWS::EFS::FileSystem");
        of(DataMeters::repository, "AWS::ECR::Repository");
        of(DataMeters::table, "AWS::DynamoDB::Table");
        of(DataMeters::queue, "AWS::SQS::Queue");
        of(DataMeters::topic, "AWS::SNS::Topic");
        of(DataMeters::rule, "AWS::Events::Rule");
        of(DataMeters::schedule, "AWS::Scheduler::Schedule");
    }

    private void of(Meter meter, String... types) {
        for (String type : types) {
            byType.put(type, meter);
        }
    }

    public void read(Resource resource, Tally tally) {
        Meter meter = byType.get(resource.type());
        if (meter != null) {
            meter.read(resource, tally);
        } else if (!isFree(resource.type())) {
            tally.notPriced(resource, "no rule here for this type", true);
        }
    }

    /** A custom resource is a call of a function, at deployments only. */
    private static boolean isFree(String type) {
        return FREE.contains(type) || type.startsWith("Custom::") || type.equals("AWS::CloudFormation::CustomResource");
    }

    private static Set<String> freeTypes() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Meters.class.getResourceAsStream("free-types.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.startsWith("AWS::")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
