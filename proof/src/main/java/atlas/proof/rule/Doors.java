package atlas.proof.rule;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules of security groups in one direction, those inside a group and those that are resources of their own.
 *
 * @param inside the group's property
 * @param apart the resource's type
 * @param peer the property that names the group on the other side
 */
record Doors(Deployment deployment, String inside, String apart, String peer) {
    private static final int MOST = 65_535;

    static Doors in(Deployment deployment) {
        return new Doors(deployment, "SecurityGroupIngress", "AWS::EC2::SecurityGroupIngress", "SourceSecurityGroupId");
    }

    static Doors out(Deployment deployment) {
        return new Doors(
                deployment, "SecurityGroupEgress", "AWS::EC2::SecurityGroupEgress", "DestinationSecurityGroupId");
    }

    /** The groups of a list; none of them where one is not of these templates. */
    static List<Reference> named(Value groups) {
        List<Value> all = groups.items();
        List<Reference> named =
                all.stream().flatMap(group -> group.reference().stream()).toList();
        return named.size() == all.size() ? named : List.of();
    }

    /** Whether TCP on all these ports passes between a group and one of others; yes where nobody can tell. */
    boolean open(Reference group, List<Reference> others, int from, int to) {
        return !isKnown(group) || rules(group).stream().anyMatch(rule -> passes(rule, others, from, to));
    }

    /** A group without a rule out lets everything out. */
    boolean hasNone(Reference group) {
        return !isKnown(group) || rules(group).isEmpty();
    }

    /** A cluster of EKS makes its group itself, and all that it has are rules apart. */
    private boolean isKnown(Reference group) {
        return deployment
                .setUp()
                .resource(group)
                .filter(known -> known.is("AWS::EC2::SecurityGroup") || known.is("AWS::EKS::Cluster"))
                .isPresent();
    }

    private List<Value> rules(Reference group) {
        Stream<Value> own =
                deployment.setUp().resource(group).stream().flatMap(known -> known.at(inside).items().stream());
        Stream<Value> others = deployment
                .resources(apart)
                .filter(rule -> rule.at("GroupId").references().contains(group))
                .map(Resource::properties);
        return Stream.concat(own, others).toList();
    }

    private boolean passes(Value rule, List<Reference> others, int from, int to) {
        if (rule.at("IpProtocol").isFunction()) {
            return true;
        }
        if (!Set.of("tcp", "6", "-1").contains(rule.at("IpProtocol").toString())) {
            return false;
        }
        boolean everything = rule.at("IpProtocol").is("-1");
        int low = everything ? 0 : rule.at("FromPort").whole().orElse(0);
        int high = everything ? MOST : rule.at("ToPort").whole().orElse(MOST);
        if (low > from || high < to) {
            return false;
        }
        Value other = rule.at(peer);
        return !other.isPresent()
                ? isWide(rule)
                : deployment.behind(other).isEmpty()
                        || other.reference().filter(others::contains).isPresent();
    }

    /** Addresses are not reckoned with: a range may well be the VPC's. */
    private static boolean isWide(Value rule) {
        return !rule.at("CidrIp").is("255.255.255.255/32");
    }
}
