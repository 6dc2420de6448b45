package atlas.compare.bill;

import static atlas.compare.bill.Billed.asked;
import static atlas.compare.bill.Billed.assertUsd;
import static atlas.compare.bill.Billed.formula;
import static atlas.compare.bill.Billed.idle;
import static atlas.compare.bill.Billed.items;
import static atlas.compare.bill.Billed.notPriced;
import static atlas.compare.bill.Billed.under;
import static atlas.compare.bill.Billed.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices of us-east-1, written out: NAT gateway 0.045 an hour and a GB, public IPv4 0.005, CloudWatch Logs 0.50 and 0.03. */
class NetworkBillsTest {
    private static final String NAT = """
              Ip: {Type: AWS::EC2::EIP}
              Gateway: {Type: AWS::EC2::NatGateway, Properties: {AllocationId: !GetAtt Ip.AllocationId}}
            """;

    private static final String SERVICE = """
              A: {Type: AWS::EC2::Subnet}
              B: {Type: AWS::EC2::Subnet}
              Task:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  Cpu: 256
                  Memory: 512
                  ContainerDefinitions: [{LogConfiguration: {Options: {awslogs-group: !Ref Log}}}]
              Service:
                Type: AWS::ECS::Service
                Properties:
                  LaunchType: FARGATE
                  TaskDefinition: !Ref Task
                  NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref A, !Ref B]}}
              Log: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 7}}
            """;

    /** A million requests with 1,000 bytes of log each are a gigabyte. */
    private static Workload logging() {
        Workload asked = asked(1_000_000, 1, 0);
        return new Workload(
                "test",
                asked.requestsPerSecond(),
                List.of(),
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.valueOf(1000),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.valueOf(730));
    }

    /** A VPC with one NAT gateway in each of two zones, private or public alike. */
    @Test
    void isTwoGatewaysWithTheirAddresses() {
        Bill bill = idle("""
                  Vpc: {Type: AWS::EC2::VPC}
                  Ip1: {Type: AWS::EC2::EIP}
                  Ip2: {Type: AWS::EC2::EIP}
                  Gateway1: {Type: AWS::EC2::NatGateway, Properties: {AllocationId: !GetAtt Ip1.AllocationId}}
                  Gateway2: {Type: AWS::EC2::NatGateway, Properties: {AllocationId: !GetAtt Ip2.AllocationId}}
                  Inside: {Type: AWS::EC2::NatGateway, Properties: {ConnectivityType: private}}
                """);

        assertUsd(3 * 730 * 0.045 + 2 * 730 * 0.005, bill.total());
        assertUsd(bill.total().doubleValue(), bill.total(Group.OFTEN_FORGOTTEN));
    }

    /** In, kept for 7 days, through the gateway, and half of it from the zone that has none, at 0.01 in each direction. */
    @Test
    void paysForLogLinesAllTheWay() {
        Bill bill = under(SERVICE + NAT, logging());

        assertUsd(0.50, usd(bill, "log ingestion"));
        assertUsd(7 * 24 / 730.0 * 0.03, usd(bill, "log storage, before compression"));
        assertUsd(0.045, usd(bill, "log lines through NAT"));
        assertUsd(0.5 * 2 * 0.01, usd(bill, "log lines from the other zone"));
    }

    /** What comes in within a month, which is the least of a log that grows for ever. */
    @Test
    void keepsLogLinesForAMonthWhereTheyNeverExpire() {
        Bill bill = under(SERVICE.replace("RetentionInDays: 7", "LogGroupName: a"), logging());

        assertUsd(0.03, usd(bill, "log storage, before compression"));
    }

    /** A task with a public address needs no gateway. */
    @Test
    void sparesLogLinesTheGatewayWhereTasksArePublic() {
        String open = SERVICE.replace("AwsvpcConfiguration: {", "AwsvpcConfiguration: {AssignPublicIp: ENABLED, ");

        assertFalse(items(under(open + NAT, logging())).contains("through NAT"));
    }

    @Test
    void sparesLogLinesTheGatewayWhereThereIsAnEndpoint() {
        Bill bill = under(SERVICE + NAT + """
                  Logs:
                    Type: AWS::EC2::VPCEndpoint
                    Properties:
                      VpcEndpointType: Interface
                      ServiceName: !Sub com.amazonaws.${AWS::Region}.logs
                      SubnetIds: [!Ref A, !Ref B]
                """, logging());

        assertFalse(items(bill).contains("through NAT"), items(bill));
        assertEquals("2 zones x 730 h x 0.01", formula(bill, "endpoint hours"));
    }

    @Test
    void writesNoLogLinesWhereNothingTakesThem() {
        assertEquals(
                "memory, vCPU",
                items(under(SERVICE.replace("awslogs-group: !Ref Log", "awslogs-group: elsewhere"), logging())));
        assertEquals(
                "log ingestion: no price cw:logs:ingest:infrequent-access in us-east-1",
                notPriced(under(SERVICE.replace("RetentionInDays: 7", "LogGroupClass: INFREQUENT_ACCESS"), logging())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VpcEndpointType: Interface, SubnetIds: [a, b, c] | 21.90",
                "VpcEndpointType: Interface | 7.30",
                "VpcEndpointType: GatewayLoadBalancer | 7.30",
                "VpcEndpointType: Gateway | 0",
                "ServiceName: com.amazonaws.us-east-1.s3 | 0",
            })
    void paysForEndpointsByTheirKind(String properties, double usd) {
        assertUsd(
                usd,
                idle("  E: {Type: AWS::EC2::VPCEndpoint, Properties: {%s}}\n".formatted(properties))
                        .total());
    }

    @Test
    void isNotPricedWhereTheSubnetsOfAnEndpointAreLeftOpen() {
        assertEquals("what more than 1 zone costs: its subnets are not in the template", notPriced(idle("""
                          E: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcEndpointType: Interface, SubnetIds: !Ref S}}
                        """)));
    }

    @Test
    void paysForNames() {
        Bill bill = idle("""
                  Zone: {Type: AWS::Route53::HostedZone}
                  Inside: {Type: AWS::Route53::HealthCheck, Properties: {HealthCheckConfig: {FullyQualifiedDomainName: !GetAtt B.DNSName}}}
                  Outside: {Type: AWS::Route53::HealthCheck, Properties: {HealthCheckConfig: {IPAddress: 192.0.2.1, Type: HTTPS}}}
                  B: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Scheme: internal}}
                  Namespace: {Type: AWS::ServiceDiscovery::PrivateDnsNamespace}
                  Resolver: {Type: AWS::Route53Resolver::ResolverEndpoint, Properties: {IpAddresses: [{SubnetId: a}, {SubnetId: b}]}}
                """);

        assertUsd(0.50, usd(bill, "hosted zone"));
        assertUsd(0.50, usd(bill, "hosted zone of the namespace"));
        assertUsd(0.50 + 0.75, usd(bill, "health check"));
        assertUsd(2 * 730 * 0.125, usd(bill, "resolver addresses"));
        assertEquals("what HTTPS costs on top of a health check", notPriced(bill));
    }

    /** Three tasks, whether they are on Fargate or on instances. */
    @Test
    void paysForTasksInARegistry() {
        Bill bill = idle("""
                  Registry: {Type: AWS::ServiceDiscovery::Service}
                  Task: {Type: AWS::ECS::TaskDefinition, Properties: {Cpu: 256, Memory: 512}}
                  Service:
                    Type: AWS::ECS::Service
                    Properties:
                      LaunchType: FARGATE
                      TaskDefinition: !Ref Task
                      DesiredCount: 3
                      ServiceRegistries: [{RegistryArn: !GetAtt Registry.Arn}]
                """);

        assertEquals("3 entries x 0.1", formula(bill, "Cloud Map entries"));
    }

    /** A server with an address of its own, and nothing before it. */
    @Test
    void paysForAnswersOutOfAServer() {
        String server = """
                  Subnet: {Type: AWS::EC2::Subnet, Properties: {MapPublicIpOnLaunch: %s}}
                  Server: {Type: AWS::EC2::Instance, Properties: {InstanceType: m5.large, SubnetId: !Ref Subnet}}
                """;

        assertUsd(30 * 0.09, usd(under(server.formatted("true"), asked(1_000_000, 1, 30_000)), "data out"));
        assertFalse(items(under(server.formatted("false"), asked(1_000_000, 1, 30_000)))
                .contains("data out"));
    }
}
