package atlas.proof.rule;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** EC2 takes few characters in the description of a security group and its rules. */
final class GroupDescription implements Rule {
    /** Amazon EC2 API Reference, IpRange and CreateSecurityGroup. */
    private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9 ._\\-:/()#,@\\[\\]+=&;{}!$*]{0,255}");

    @Override
    public String id() {
        return "group-description";
    }

    @Override
    public String remedy() {
        return "use letters, digits, spaces and ._-:/()#,@[]+=&;{}!$* only, 255 at most";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment
                .resources("AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress")
                .flatMap(group -> descriptions(group)
                        .flatMap(value -> value.text().stream())
                        .filter(text -> !ALLOWED.matcher(text).matches())
                        .map(text -> Breach.of(group, "EC2 does not take the description %s", text)));
    }

    private static Stream<Value> descriptions(Resource group) {
        return Stream.concat(
                Stream.of(group.at("GroupDescription"), group.at("Description")),
                Stream.of("SecurityGroupIngress", "SecurityGroupEgress")
                        .flatMap(rules -> group.at(rules).items().stream())
                        .map(rule -> rule.at("Description")));
    }
}
