package atlas.infra.compute;

import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.LoadBalancerTargetProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;

/**
 * Pods as targets of a load balancer, each by its own address. Which addresses these are is known to the cluster alone; a
 * controller there registers them. Here the load balancer is let in.
 */
final class PodTargets implements IApplicationLoadBalancerTarget {
    private final ISecurityGroup securityGroup;

    /** @param securityGroup of the nodes, which their pods share */
    PodTargets(ISecurityGroup securityGroup) {
        this.securityGroup = securityGroup;
    }

    @Override
    public LoadBalancerTargetProps attachToApplicationTargetGroup(IApplicationTargetGroup targetGroup) {
        targetGroup.registerConnectable(securityGroup, Port.tcp(SampleApp.PORT));
        return LoadBalancerTargetProps.builder().targetType(TargetType.IP).build();
    }
}
