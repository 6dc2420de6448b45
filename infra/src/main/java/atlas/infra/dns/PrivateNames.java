package atlas.infra.dns;

import atlas.infra.ComputeOption;
import atlas.infra.web.WebStack;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupIngress;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.PrivateHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.LoadBalancerTarget;
import software.constructs.Construct;

/**
 * A name inside the VPC for every option behind the load balancer, such as ecs-fargate.{@value #ZONE}, and the security
 * group that lets its wearer in there. Functions have none: their API's certificate knows only API Gateway's own name.
 */
final class PrivateNames extends Construct {
    static final String ZONE = "atlas.internal";

    PrivateNames(Construct scope, IVpc vpc, WebStack web) {
        super(scope, "PrivateNames");
        PrivateHostedZone zone = PrivateHostedZone.Builder.create(this, "Zone")
                .zoneName(ZONE)
                .vpc(vpc)
                .build();
        ComputeOption.behindLoadBalancer().forEach(option -> ARecord.Builder.create(this, option.stackId())
                .zone(zone)
                .recordName(option.id())
                .target(RecordTarget.fromAlias(new LoadBalancerTarget(web.loadBalancer())))
                .build());

        SecurityGroup clients = SecurityGroup.Builder.create(this, "Clients")
                .vpc(vpc)
                .description("Whoever wears it may call the options by their private names")
                .build();
        CfnSecurityGroupIngress.Builder.create(this, "ClientsToLoadBalancer")
                .groupId(web.securityGroup().getSecurityGroupId())
                .sourceSecurityGroupId(clients.getSecurityGroupId())
                .ipProtocol("tcp")
                .fromPort(80)
                .toPort(80)
                .description("VPC clients by private name")
                .build();
        CfnOutput.Builder.create(scope, "ClientsGroup")
                .description("Security group for callers inside the VPC")
                .value(clients.getSecurityGroupId())
                .build();
    }
}
