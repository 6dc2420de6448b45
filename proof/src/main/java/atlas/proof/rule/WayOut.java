package atlas.proof.rule;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs in a subnet must reach ECR, S3 and the like, or it does not start. */
final class WayOut implements Rule {
    private static final String ANYWHERE = "0.0.0.0/0";

    @Override
    public String id() {
        return "way-out";
    }

    @Override
    public String remedy() {
        return "route the subnet to a NAT gateway, give what runs there a public address, or make endpoints for all it calls";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        if (deployment.resources("AWS::EC2::VPCEndpoint").anyMatch(one -> one.at("VpcEndpointType")
                .is("Interface"))) {
            return Stream.empty(); // whether these are all it needs nobody can tell
        }
        return Stream.of(
                        deployment.resources("AWS::ECS::Service").flatMap(service -> {
                            Value network = service.at("NetworkConfiguration", "AwsvpcConfiguration");
                            boolean hasAddress = Known.text(network.at("AssignPublicIp"), "DISABLED")
                                    .map("ENABLED"::equals)
                                    .orElse(true);
                            return breaches(service, network.at("Subnets"), hasAddress, deployment);
                        }),
                        deployment
                                .resources("AWS::AutoScaling::AutoScalingGroup")
                                .filter(group -> isToldWhatToDo(group, deployment))
                                .flatMap(group -> breaches(group, group.at("VPCZoneIdentifier"), true, deployment)),
                        deployment
                                .resources("AWS::EKS::Nodegroup")
                                .flatMap(group -> breaches(group, group.at("Subnets"), true, deployment)))
                .flatMap(all -> all);
    }

    /** A machine without user data may have all it needs in its image. */
    private static boolean isToldWhatToDo(Resource group, Deployment deployment) {
        return Machines.launchTemplate(group, deployment)
                .filter(template ->
                        template.at("LaunchTemplateData", "UserData").isPresent())
                .isPresent();
    }

    /** @param hasAddress whether it may have a public address, and so use an internet gateway */
    private static Stream<Breach> breaches(Resource runs, Value subnets, boolean hasAddress, Deployment deployment) {
        return subnets.items().stream()
                .flatMap(subnet -> deployment.behind(subnet, "AWS::EC2::Subnet").stream())
                .filter(subnet -> !hasWayOut(subnet, hasAddress, deployment))
                .map(subnet -> Breach.of(
                        runs,
                        "the subnet %s has no way out%s",
                        subnet.name(),
                        hasAddress ? "" : " for what has no public address"));
    }

    /** Yes where nobody can tell, as of the main route table. */
    private static boolean hasWayOut(Resource subnet, boolean hasAddress, Deployment deployment) {
        List<Resource> tables = deployment
                .resources("AWS::EC2::SubnetRouteTableAssociation")
                .filter(one -> one.at("SubnetId").reference().equals(Optional.of(subnet.name())))
                .flatMap(one -> deployment.behind(one.at("RouteTableId")).stream())
                .toList();
        return tables.isEmpty()
                || deployment
                        .resources("AWS::EC2::Route")
                        .filter(route -> tables.stream()
                                .anyMatch(table ->
                                        route.at("RouteTableId").reference().equals(Optional.of(table.name()))))
                        .filter(route -> Known.text(route.at("DestinationCidrBlock"), ANYWHERE)
                                .filter(range -> !range.equals(ANYWHERE))
                                .isEmpty())
                        .anyMatch(route -> hasAddress || !route.at("GatewayId").isPresent());
    }
}
