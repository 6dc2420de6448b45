package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.Compute;
import atlas.compare.capacity.Fleet;
import atlas.compare.capacity.Function;
import atlas.compare.capacity.Machine.Address;
import atlas.compare.template.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The log lines of a compute: into CloudWatch, kept there, and on the way perhaps through a NAT gateway. */
final class LogMeter {
    private static final String LOG_GROUP = "AWS::Logs::LogGroup";
    /** What says how a server runs. */
    private static final List<String> WRITERS = List.of(
            "AWS::ECS::TaskDefinition",
            "AWS::EC2::LaunchTemplate",
            "AWS::EC2::Instance",
            "AWS::AutoScaling::LaunchConfiguration");

    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(24);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Compute compute;
    private final Tally tally;

    LogMeter(Compute compute, Tally tally) {
        this.compute = compute;
        this.tally = tally;
    }

    void read() {
        BigDecimal requests = tally.usage().requestsAt(compute.resource());
        BigDecimal bytes = tally.usage().workload().logBytesPerRequest();
        if (requests.signum() == 0 || bytes.signum() == 0 || !logsToCloudWatch()) {
            return;
        }
        Quantity gigabytes = Traffic.gigabytes(Quantity.of(requests, "requests").times(bytes, "bytes"));
        tally.line(compute.resource(), "log ingestion", Group.OFTEN_FORGOTTEN, gigabytes, ingestKey());
        tally.line(
                compute.resource(),
                "log storage, before compression",
                Group.OFTEN_FORGOTTEN,
                retention()
                        .map(days -> gigabytes.times(months(days), "months kept"))
                        .orElseGet(() -> gigabytes.times(1, "month of a log kept for ever")),
                "cw:logs:storage");
        throughNat(gigabytes);
    }

    /** A function always does; a server does where its task, its user data or it itself names a log group. */
    private boolean logsToCloudWatch() {
        return compute instanceof Function || logGroups().findAny().isPresent();
    }

    /** Of the cheaper class there is no price. */
    private String ingestKey() {
        boolean isInfrequent =
                logGroups().anyMatch(group -> group.at("LogGroupClass").is("INFREQUENT_ACCESS"));
        return isInfrequent ? "cw:logs:ingest:infrequent-access" : "cw:logs:ingest";
    }

    private Stream<Resource> logGroups() {
        Stream<Resource> writers = compute instanceof Function
                ? Stream.of(compute.resource())
                : tally.setUp().own().resources().stream().filter(resource -> WRITERS.contains(resource.type()));
        return writers.flatMap(writer -> tally.setUp().referredTo(writer.properties(), LOG_GROUP))
                .distinct();
    }

    private Optional<Integer> retention() {
        return logGroups()
                .flatMap(group -> group.at("RetentionInDays").whole().stream())
                .findFirst();
    }

    private BigDecimal months(int days) {
        return BigDecimal.valueOf(days)
                .multiply(HOURS_A_DAY)
                .divide(tally.usage().hours(), MathContext.DECIMAL64);
    }

    /** From a private subnet CloudWatch is reached by NAT, unless it has an endpoint in the VPC. */
    private void throughNat(Quantity gigabytes) {
        List<Resource> gateways =
                tally.setUp().resources("AWS::EC2::NatGateway").toList();
        if (gateways.isEmpty() || !isPrivate() || hasLogsEndpoint()) {
            return;
        }
        tally.line(gateways.get(0), "log lines through NAT", Group.OFTEN_FORGOTTEN, gigabytes, "vpc:nat-gateway:gb");
        boolean severalZones = compute.resource().properties().references().stream()
                        .filter(name -> tally.setUp()
                                .resource(name)
                                .filter(found -> found.is("AWS::EC2::Subnet"))
                                .isPresent())
                        .count()
                > 1;
        if (gateways.size() == 1 && severalZones) {
            tally.line(
                    gateways.get(0),
                    "log lines from the other zone",
                    Group.OFTEN_FORGOTTEN,
                    gigabytes.times(HALF, "from there").times(2, "directions"),
                    "dto:cross-az");
        }
    }

    private boolean isPrivate() {
        return compute instanceof Function function
                ? function.inVpc()
                : ((Fleet) compute)
                        .shares().stream().noneMatch(share -> share.machine().address() == Address.PUBLIC);
    }

    private boolean hasLogsEndpoint() {
        return tally.setUp()
                .resources("AWS::EC2::VPCEndpoint")
                .anyMatch(endpoint -> endpoint.at("ServiceName").toString().endsWith(".logs"));
    }
}
