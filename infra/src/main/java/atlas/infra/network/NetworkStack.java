package atlas.infra.network;

import atlas.infra.Layers;
import atlas.infra.Settings;
import atlas.infra.guard.StackIdentity;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.ec2.CfnSubnet;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.LogGroup;

/**
 * A VPC over two zones: public subnets for the NAT gateways, private ones for everything that computes. S3 and DynamoDB
 * are reached by gateway endpoints, which cost nothing and keep that traffic off the NAT gateway's bill.
 */
public final class NetworkStack extends Stack {
    private final Vpc vpc;

    public NetworkStack(Layers layers) {
        super(
                layers.app(),
                "Network",
                StackIdentity.layer(layers.settings(), "Network", "VPC, subnets, NAT and gateway endpoints"));
        Settings settings = layers.settings();

        Vpc.Builder builder = Vpc.Builder.create(this, "Vpc")
                .natGateways(settings.profile().natGateways())
                .subnetConfiguration(List.of(
                        SubnetConfiguration.builder()
                                .name("Public")
                                .subnetType(SubnetType.PUBLIC)
                                .cidrMask(24)
                                .mapPublicIpOnLaunch(false)
                                .build(),
                        SubnetConfiguration.builder()
                                .name("Private")
                                .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                                .cidrMask(20)
                                .build()));
        vpc = (settings.zoneNames().isEmpty() ? builder.maxAzs(2) : builder.availabilityZones(settings.zoneNames()))
                .build();

        if (settings.zoneNames().isEmpty()) {
            VpcOriginZones.in(settings.region()).ifPresent(ids -> {
                pin(vpc.getPublicSubnets(), ids);
                pin(vpc.getPrivateSubnets(), ids);
            });
        }

        // The CDK's EKS cluster puts them there, and a layer must not differ with who uses it. They tell Kubernetes
        // where a
        // load balancer of its own would go; here it makes none.
        vpc.getPublicSubnets().forEach(subnet -> Tags.of(subnet).add("kubernetes.io/role/elb", "1"));
        vpc.getPrivateSubnets().forEach(subnet -> Tags.of(subnet).add("kubernetes.io/role/internal-elb", "1"));

        vpc.addGatewayEndpoint("S3", endpoint(GatewayVpcEndpointAwsService.S3));
        vpc.addGatewayEndpoint("DynamoDb", endpoint(GatewayVpcEndpointAwsService.DYNAMODB));

        LogGroup flowLogs = LogGroup.Builder.create(this, "FlowLogs")
                .retention(settings.profile().logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        vpc.addFlowLog(
                "FlowLog",
                FlowLogOptions.builder()
                        .destination(FlowLogDestination.toCloudWatchLogs(flowLogs))
                        .trafficType(
                                settings.profile().isProduction() ? FlowLogTrafficType.ALL : FlowLogTrafficType.REJECT)
                        .build());

        exportValue(vpc.getVpcId());
        vpc.getPrivateSubnets().forEach(subnet -> exportValue(subnet.getSubnetId()));
    }

    public IVpc vpc() {
        return vpc;
    }

    private static void pin(List<ISubnet> subnets, List<String> zoneIds) {
        for (int i = 0; i < zoneIds.size(); i++) {
            CfnSubnet subnet = (CfnSubnet) subnets.get(i).getNode().getDefaultChild();
            subnet.addPropertyDeletionOverride("AvailabilityZone");
            subnet.setAvailabilityZoneId(zoneIds.get(i));
        }
    }

    private static GatewayVpcEndpointOptions endpoint(GatewayVpcEndpointAwsService service) {
        return GatewayVpcEndpointOptions.builder().service(service).build();
    }
}
