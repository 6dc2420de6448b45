package atlas.compare.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenPortTest {
    private static List<String> in(String resources) {
        return Inventory.of(Written.setUp("Resources:\n" + resources)).openPorts().stream()
                .map(port -> "%s %s %s-%s from %s"
                        .formatted(
                                port.group(),
                                port.protocol(),
                                port.from().isPresent() ? port.from().getAsInt() : "",
                                port.to().isPresent() ? port.to().getAsInt() : "",
                                port.source()))
                .toList();
    }

    @Test
    void isARuleForEveryAddressOfEitherKind() {
        assertEquals(
                List.of(
                        "Group tcp 443-443 from 0.0.0.0/0",
                        "Group tcp 443-443 from ::/0",
                        "Group all - from 0.0.0.0/0"),
                in("""
                  Group:
                    Type: AWS::EC2::SecurityGroup
                    Properties:
                      GroupDescription: open
                      SecurityGroupIngress:
                        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0, CidrIpv6: '::/0' }
                        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 203.0.113.0/24 }
                        - { IpProtocol: tcp, FromPort: 80, ToPort: 80, SourcePrefixListId: pl-1 }
                        - { IpProtocol: '-1', FromPort: 0, ToPort: 0, CidrIp: 0.0.0.0/0 }
                """));
    }

    @Test
    void isARuleBesideItsGroup() {
        assertEquals(List.of("Group tcp 8000-8080 from 0.0.0.0/0", "Elsewhere udp 53-53 from 0.0.0.0/0"), in("""
                  Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: open } }
                  Rule:
                    Type: AWS::EC2::SecurityGroupIngress
                    Properties:
                      { GroupId: !GetAtt Group.GroupId, IpProtocol: tcp, FromPort: 8000, ToPort: 8080, CidrIp: 0.0.0.0/0 }
                  Elsewhere:
                    Type: AWS::EC2::SecurityGroupIngress
                    Properties: { GroupId: sg-1, IpProtocol: udp, FromPort: 53, ToPort: 53, CidrIp: 0.0.0.0/0 }
                """));
    }

    @Test
    void isNothingThatLeaves() {
        assertEquals(List.of(), in("""
                  Group:
                    Type: AWS::EC2::SecurityGroup
                    Properties: { SecurityGroupEgress: [{ IpProtocol: '-1', CidrIp: 0.0.0.0/0 }] }
                """));
    }
}
