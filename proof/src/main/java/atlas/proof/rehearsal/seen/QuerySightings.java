package atlas.proof.rehearsal.seen;

import static atlas.proof.rehearsal.seen.Sighting.answered;
import static atlas.proof.rehearsal.seen.Sighting.naming;

import java.util.Map;
import java.util.TreeMap;

/** Services that are asked by a form and answer in XML. */
final class QuerySightings {
    private QuerySightings() {}

    private static final String AUTO_SCALING = "autoscaling";
    private static final String LOAD_BALANCING = "elasticloadbalancing";

    static Map<String, Sighting> all() {
        Map<String, Sighting> all = new TreeMap<>();
        ec2(all);
        iam(all);
        all.put("AWS::ElasticLoadBalancingV2::LoadBalancer", loadBalancing("LoadBalancer", "LoadBalancerArns"));
        all.put("AWS::ElasticLoadBalancingV2::Listener", loadBalancing("Listener", "ListenerArns"));
        all.put("AWS::ElasticLoadBalancingV2::ListenerRule", loadBalancing("Rule", "RuleArns"));
        all.put("AWS::ElasticLoadBalancingV2::TargetGroup", loadBalancing("TargetGroup", "TargetGroupArns"));
        all.put("AWS::AutoScaling::AutoScalingGroup", autoScaling("DescribeAutoScalingGroups", Placed::physicalId));
        all.put("AWS::AutoScaling::LifecycleHook", hook());
        all.put("AWS::AutoScaling::ScalingPolicy", autoScaling("DescribePolicies", Placed::physicalId));
        all.put("AWS::AutoScaling::ScheduledAction", autoScaling("DescribeScheduledActions", Placed::lastPart));
        all.put(
                "AWS::CloudWatch::Alarm",
                naming(
                        (one, aws) -> aws.query(
                                "monitoring",
                                "2010-08-01",
                                "DescribeAlarms",
                                Map.of("AlarmNames.member.1", one.physicalId())),
                        Placed::physicalId));
        all.put(
                "AWS::CloudWatch::Dashboard",
                answered((one, aws) -> aws.query(
                        "monitoring", "2010-08-01", "GetDashboard", Map.of("DashboardName", one.physicalId()))));
        return all;
    }

    private static void ec2(Map<String, Sighting> all) {
        all.put("AWS::EC2::EIP", ec2("DescribeAddresses", Placed::physicalId));
        all.put("AWS::EC2::FlowLog", ec2("DescribeFlowLogs", Placed::physicalId));
        all.put("AWS::EC2::InternetGateway", ec2("DescribeInternetGateways", Placed::physicalId));
        all.put("AWS::EC2::LaunchTemplate", ec2("DescribeLaunchTemplates", Placed::physicalId));
        all.put("AWS::EC2::NatGateway", ec2("DescribeNatGateways", Placed::physicalId));
        all.put("AWS::EC2::Route", route());
        all.put("AWS::EC2::RouteTable", ec2("DescribeRouteTables", Placed::physicalId));
        all.put("AWS::EC2::SecurityGroup", ec2("DescribeSecurityGroups", Placed::physicalId));
        all.put("AWS::EC2::SecurityGroupEgress", rule());
        all.put("AWS::EC2::SecurityGroupIngress", rule());
        all.put("AWS::EC2::Subnet", ec2("DescribeSubnets", Placed::physicalId));
        all.put("AWS::EC2::SubnetRouteTableAssociation", ec2("DescribeRouteTables", one -> one.property("SubnetId")));
        all.put("AWS::EC2::VPC", ec2("DescribeVpcs", Placed::physicalId));
        all.put("AWS::EC2::VPCEndpoint", ec2("DescribeVpcEndpoints", Placed::physicalId));
        all.put("AWS::EC2::VPCGatewayAttachment", ec2("DescribeInternetGateways", one -> one.property("VpcId")));
    }

    private static Sighting ec2(String action, Sighting.Word word) {
        return naming((one, aws) -> aws.query("ec2", "2016-11-15", action, Map.of()), word);
    }

    private static Sighting route() {
        return naming(
                (one, aws) -> aws.query(
                        "ec2",
                        "2016-11-15",
                        "DescribeRouteTables",
                        Map.of("RouteTableId.1", one.property("RouteTableId"))),
                one -> "<destinationCidrBlock>" + one.property("DestinationCidrBlock"));
    }

    private static Sighting rule() {
        return naming(
                (one, aws) -> aws.query(
                        "ec2", "2016-11-15", "DescribeSecurityGroups", Map.of("GroupId.1", one.property("GroupId"))),
                one -> one.properties().has("FromPort") ? "<fromPort>" + one.property("FromPort") : "<ipProtocol>");
    }

    private static void iam(Map<String, Sighting> all) {
        all.put("AWS::IAM::Role", iam("GetRole", one -> Map.of("RoleName", one.physicalId())));
        all.put(
                "AWS::IAM::InstanceProfile",
                iam("GetInstanceProfile", one -> Map.of("InstanceProfileName", one.physicalId())));
        all.put(
                "AWS::IAM::Policy",
                iam(
                        "GetRolePolicy",
                        one -> Map.of("RoleName", one.property("Roles"), "PolicyName", one.property("PolicyName"))));
    }

    private interface Parameters {
        Map<String, String> of(Placed resource);
    }

    private static Sighting iam(String action, Parameters parameters) {
        return answered((one, aws) -> aws.query("iam", "2010-05-08", action, parameters.of(one)));
    }

    private static Sighting loadBalancing(String what, String parameter) {
        return naming(
                (one, aws) -> aws.query(
                        LOAD_BALANCING,
                        "2015-12-01",
                        "Describe" + what + "s",
                        Map.of(parameter + ".member.1", one.physicalId())),
                Placed::physicalId);
    }

    private static Sighting autoScaling(String action, Sighting.Word word) {
        return naming((one, aws) -> aws.query(AUTO_SCALING, "2011-01-01", action, Map.of()), word);
    }

    private static Sighting hook() {
        return naming(
                (one, aws) -> aws.query(
                        AUTO_SCALING,
                        "2011-01-01",
                        "DescribeLifecycleHooks",
                        Map.of("AutoScalingGroupName", one.property("AutoScalingGroupName"))),
                Placed::lastPart);
    }
}
