package atlas.compare.inventory;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what security groups let in from everywhere, whether the group says so or a rule beside it. */
final class OpenPorts {
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0/0", "::/0");
    private static final String ALL = "-1";

    private OpenPorts() {}

    static List<OpenPort> in(SetUp setUp) {
        Stream<OpenPort> inside = setUp.resources("AWS::EC2::SecurityGroup")
                .flatMap(group ->
                        group.at("SecurityGroupIngress").items().stream().flatMap(rule -> open(group.name(), rule)));
        Stream<OpenPort> beside =
                setUp.resources("AWS::EC2::SecurityGroupIngress").flatMap(rule -> open(group(rule), rule.properties()));
        return Stream.concat(inside, beside).toList();
    }

    private static Reference group(Resource rule) {
        return rule.at("GroupId").reference().orElse(rule.name());
    }

    private static Stream<OpenPort> open(Reference group, Value rule) {
        return Stream.of("CidrIp", "CidrIpv6")
                .flatMap(property -> rule.at(property).text().stream())
                .filter(EVERYWHERE::contains)
                .map(source ->
                        new OpenPort(group, protocol(rule), port(rule, "FromPort"), port(rule, "ToPort"), source));
    }

    private static String protocol(Value rule) {
        String protocol = rule.at("IpProtocol").toString();
        return protocol.equals(ALL) ? "all" : protocol;
    }

    private static OptionalInt port(Value rule, String property) {
        return protocol(rule).equals("all")
                ? OptionalInt.empty()
                : rule.at(property).whole().stream()
                        .mapToInt(Integer::intValue)
                        .filter(port -> port >= 0)
                        .findFirst();
    }
}
