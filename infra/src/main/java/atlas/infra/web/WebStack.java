package atlas.infra.web;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.ComputeOption;
import atlas.infra.Layers;
import atlas.infra.Profile;
import atlas.infra.guard.StackIdentity;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.FixedResponseOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;

/**
 * The load balancer that all servers share. It is internal and listens to CloudFront alone; each option adds its own rule,
 * and what no rule takes gets one static answer.
 */
public final class WebStack extends Stack {
    private final ApplicationLoadBalancer loadBalancer;
    private final ApplicationListener listener;
    private final SecurityGroup securityGroup;

    public WebStack(Layers layers) {
        super(layers.app(), "Web", StackIdentity.layer(layers.settings(), "Web", "internal load balancer"));
        Profile profile = layers.settings().profile();

        securityGroup = SecurityGroup.Builder.create(this, "LoadBalancerGroup")
                .vpc(layers.network().vpc())
                .description("Load balancer: in from CloudFront, out to the options")
                .allowAllOutbound(false)
                .build();
        closeWaysOut(securityGroup);
        // The list weighs about 55 of the 60 rules a security group may have, so one port is all there is room for.
        securityGroup.addIngressRule(
                Peer.prefixList(layers.settings().cloudFrontPrefixList()), Port.tcp(80), "CloudFront");

        loadBalancer = ApplicationLoadBalancer.Builder.create(this, "LoadBalancer")
                .vpc(layers.network().vpc())
                .vpcSubnets(SubnetSelection.builder()
                        .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                        .build())
                .internetFacing(false)
                .securityGroup(securityGroup)
                .dropInvalidHeaderFields(true)
                .deletionProtection(profile.isProduction())
                .build();
        Bucket accessLogs = accessLogs(profile);
        accept(accessLogs, "AwsSolutions-S1", "a log of who reads the log would have no end");
        loadBalancer.logAccessLogs(accessLogs);

        listener = loadBalancer.addListener(
                "Http",
                BaseApplicationListenerProps.builder()
                        .port(80)
                        .protocol(ApplicationProtocol.HTTP)
                        .open(false)
                        .defaultAction(ListenerAction.fixedResponse(
                                404,
                                FixedResponseOptions.builder()
                                        .contentType("application/json")
                                        .messageBody(nothingHere())
                                        .build()))
                        .build());

        exportValue(loadBalancer.getLoadBalancerArn());
        exportValue(loadBalancer.getLoadBalancerDnsName());
        exportValue(loadBalancer.getLoadBalancerCanonicalHostedZoneId());
        exportValue(listener.getListenerArn());
        exportValue(securityGroup.getSecurityGroupId());
    }

    public IApplicationLoadBalancer loadBalancer() {
        return loadBalancer;
    }

    public IApplicationListener listener() {
        return listener;
    }

    public SecurityGroup securityGroup() {
        return securityGroup;
    }

    /**
     * A group without a rule for going out may go everywhere. The CDK puts in a rule that matches nothing, and leaves it out
     * again as soon as an option adds one; but that rule comes and goes with the option's own stack.
     */
    private static void closeWaysOut(SecurityGroup group) {
        ((CfnSecurityGroup) group.getNode().getDefaultChild())
                .setSecurityGroupEgress(List.of(CfnSecurityGroup.EgressProperty.builder()
                        .description("Nowhere; each option adds its own rule")
                        .cidrIp("255.255.255.255/32")
                        .ipProtocol("icmp")
                        .fromPort(252)
                        .toPort(86)
                        .build()));
    }

    private Bucket accessLogs(Profile profile) {
        return Bucket.Builder.create(this, "AccessLogs")
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .lifecycleRules(List.of(
                        LifecycleRule.builder().expiration(Duration.days(90)).build()))
                .removalPolicy(profile.removalPolicy())
                .autoDeleteObjects(profile.removalPolicy() == RemovalPolicy.DESTROY)
                .build();
    }

    private static String nothingHere() {
        String ids = ComputeOption.behindLoadBalancer()
                .map(option -> "\"" + option.id() + "\"")
                .collect(Collectors.joining(","));
        return "{\"title\":\"no such option, or not deployed\",\"status\":404,\"options\":[" + ids + "]}";
    }
}
