package atlas.compare.prices.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import atlas.compare.prices.PriceBooks;
import atlas.compare.prices.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
    private static final Matchers MATCHERS = Matchers.of("us-east-1");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ec2:ondemand:linux:t3.medium            | 0.0416 | hour
        ec2:ri:standard:3y:no-upfront:t3.medium | 0.018 | hour
        ebs:gp3-throughput                      | 0.04 | MBps-month
        vpc:nat-gateway:hour                    | 0.045 | hour
        elb:alb:hour                            | 0.0225 | hour
        elb:alb:lcu                             | 0.008 | LCU-hour
        elb:nlb:nlcu                            | 0.006 | NLCU-hour
        fargate:x86:vcpu                        | 0.04048 | vCPU-hour
        fargate:arm:gb                          | 0.00356 | GB-hour
        fargate:csp-1y-no-upfront:x86:vcpu      | 0.032384 | vCPU-hour
        fargate:csp-3y-no-upfront:x86:vcpu      | 0.022264 | vCPU-hour
        lambda:csp-no-upfront:x86:gb-s          | 0.0000147 | GB-s
        lambda:requests                         | 0.0000002 | request
        lambda:x86:gb-s | 0.0000166667, 0.000015 from 6000000000, 0.0000133334 from 15000000000 | GB-s
        sns:publish                             | 0.0000005 | request
        sqs:standard                            | 0.0000004, 0.0000003 from 100000000000 | request
        dynamodb:provisioned:wcu                | 0.00065 | hour
        dynamodb:storage:standard               | 0.25 | GB-month
        s3:standard                             | 0.023, 0.022 from 51200, 0.021 from 512000 | GB-month
        cloudfront:dto                          | 0.085, 0.08 from 10240 | GB
        """)
    void findsTheOnePrice(String key, String price, String unit) {
        Answer.Listed listed = assertInstanceOf(
                Answer.Listed.class, answer(MATCHERS.forKey(key).orElseThrow()));
        assertEquals(price, listed.price().tiersText());
        assertEquals(unit, listed.price().unit());
    }

    /** Each guard of a matcher keeps a neighbour out: without it there are two prices, or another unit. */
    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
        elb:alb:lcu # usagetype # /(Outposts-)?LCUUsage/ # 2 prices in AWSELB: 0 (ALBOUTPOSTLCU, Outposts-LCUUsage); \
        0.008 (ALBLCU, LCUUsage)
        elb:alb:lcu # usagetype # /(Reserved)?LCUUsage/ # listed by ReservedLCU-Hr, expected LCU-Hrs (ALBRESERVED)
        elb:alb:hour # usagetype # /(TS-)?LoadBalancerUsage/ # 2 prices in AWSELB: 0.005 (ALBTRUST, TS-LoadBalancerUsage); \
        0.0225 (ALBHOUR, LoadBalancerUsage)
        elb:alb:hour # productFamily # /Load Balancer.*/ # 2 prices in AWSELB: 0.0225 (ALBHOUR, LoadBalancerUsage); \
        0.025 (CLBHOUR, LoadBalancerUsage)
        fargate:x86:vcpu # usagetype # /.*-vCPU-Hours.*/ # 4 prices in AmazonECS: \
        0 (EC2CPU, USE1-ECS-EC2-vCPU-Hours); \
        0.03238 (ARMCPU, USE1-Fargate-ARM-vCPU-Hours:perCPU); \
        0.04048 (X86CPU, USE1-Fargate-vCPU-Hours:perCPU); \
        0.09104 (WINCPU, USE1-Fargate-Windows-vCPU-Hours:perCPU)
        fargate:x86:vcpu # usagetype # /Fargate-(Windows-)?vCPU-Hours:perCPU/ # 2 prices in AmazonECS: \
        0.04048 (X86CPU, USE1-Fargate-vCPU-Hours:perCPU); 0.09104 (WINCPU, USE1-Fargate-Windows-vCPU-Hours:perCPU)
        fargate:x86:gb # usagetype # /(Fargate|ECS-EC2)-GB-Hours/ # 2 prices in AmazonECS: \
        0 (EC2GB, USE1-ECS-EC2-GB-Hours); 0.004445 (X86GB, USE1-Fargate-GB-Hours)
        lambda:requests # usagetype # /(Global-)?Request/ # 2 prices in AWSLambda: \
        0, not known beyond 1000000 (REQFREE, Global-Request); 0.0000002 (REQ, Request)
        sqs:standard # usagetype # /(Global-)?Requests-RBP/ # 2 prices in AWSQueueService: \
        0, not known beyond 1000000 (STDFREE, Global-Requests-RBP); \
        0.0000004, 0.0000003 from 100000000000 (STD, Requests-RBP)
        sns:http # usagetype # /DeliveryAttempts-.*/ # 2 prices in AmazonSNS: \
        0 (TOSQS, DeliveryAttempts-SQS); 0.0000006 (HTTP, DeliveryAttempts-HTTP)
        s3:standard # volumeType # /.*/ # 2 prices in AmazonS3: 0.021 (S3OVER, TimedStorage-ByteHrs); \
        0.023, 0.022 from 51200, 0.021 from 512000 (S3STD, TimedStorage-ByteHrs)
        dynamodb:storage:standard # usagetype # /(IA-)?TimedStorage-ByteHrs/ # 2 prices in AmazonDynamoDB: \
        0.1 (STOREIA, IA-TimedStorage-ByteHrs); 0.25 (STORE, TimedStorage-ByteHrs)
        vpc:nat-gateway:hour # usagetype # /(Regional)?NatGateway-Hours/ # 2 prices in AmazonEC2: \
        0.045 (NATHOUR, NatGateway-Hours); 0.09 (NATREGIONAL, RegionalNatGateway-Hours)
        ec2:ondemand:linux:t3.medium # operatingSystem # /.*/ # 2 prices in AmazonEC2: \
        0.0416 (T3MED, BoxUsage:t3.medium); 0.06 (T3MEDWIN, BoxUsage:t3.medium)
        ec2:ondemand:linux:t3.medium # preInstalledSw # /.*/ # 2 prices in AmazonEC2: \
        0.0416 (T3MED, BoxUsage:t3.medium); 0.5216 (T3MEDSQL, BoxUsage:t3.medium)
        ec2:ri:standard:1y:no-upfront:t3.medium # offeringClass # /.*/ # 2 prices in AmazonEC2: \
        0.0261 (T3MED, BoxUsage:t3.medium); 0.03 (T3MED, BoxUsage:t3.medium)
        fargate:csp-1y-no-upfront:x86:vcpu # discountedServiceCode # /.*/ # 2 prices in AWSComputeSavingsPlan: \
        0.032384 (X86CPU, USE1-Fargate-vCPU-Hours:perCPU); 0.033384 (EKSCPU, USE1-Fargate-vCPU-Hours:perCPU)
        """)
    void needsEachGuard(String key, String column, String loosened, String why) {
        Answer.Unclear unclear = assertInstanceOf(
                Answer.Unclear.class, answer(with(MATCHERS.forKey(key).orElseThrow(), column, loosened)));
        assertEquals(why, unclear.why());
    }

    @Test
    void tellsWhatItLookedForInVain() {
        Answer answer = answer(with(MATCHERS.forKey("elb:alb:lcu").orElseThrow(), "usagetype", "LCU"));
        assertEquals(
                new Answer.NotFound("nothing in AWSELB has usagetype LCU, productFamily Load Balancer-Application"),
                answer);
    }

    @Test
    void takesTheUsageTypesOfItsRegionOnly() {
        Matcher balancer = MATCHERS.forKey("elb:alb:hour").orElseThrow();
        Reading seoul = Reading.of(
                Fixtures.snapshot(), new Matchers(List.of("TS-"), List.of(balancer)), List.of(), Fixtures.files());
        assertInstanceOf(Answer.Unclear.class, seoul.answers().get("elb:alb:hour"), "were TS- a region's prefix");
    }

    @Test
    void asksOnlyForWhatWasNamedAndListsWhatIsKept() {
        Snapshot snapshot = PriceBooks.snapshot("us-east-1");
        Reading reading = Reading.of(snapshot, MATCHERS, List.of("fargate:arm", "fargate-spot:arm"), Fixtures.files());
        assertEquals(
                List.of("fargate:arm:gb", "fargate:arm:vcpu"),
                List.copyOf(reading.answers().keySet()));
        assertEquals(List.of("fargate-spot:arm:gb", "fargate-spot:arm:vcpu"), List.copyOf(reading.kept()));
    }

    @Test
    void refusesWhatNoMatcherIsFor() {
        Snapshot snapshot = PriceBooks.snapshot("us-east-1");
        assertEquals(
                "no matcher is for a key with spot: in it; see ./atlas prices and docs/prices.md",
                assertThrows(BadInput.class, () -> Reading.of(snapshot, MATCHERS, List.of("spot:"), Fixtures.files()))
                        .getMessage());
    }

    private static Answer answer(Matcher matcher) {
        Matchers alone = new Matchers(MATCHERS.prefixes(), List.of(matcher));
        return Reading.of(Fixtures.snapshot(), alone, List.of(), Fixtures.files())
                .answers()
                .get(matcher.key());
    }

    private static Matcher with(Matcher matcher, String column, String text) {
        Map<String, String> where = new LinkedHashMap<>(matcher.where());
        where.put(column, text);
        return new Matcher(matcher.key(), matcher.offer(), where, matcher.listed(), matcher.unit(), matcher.per());
    }
}
