package atlas.compare.bill;

import static atlas.compare.bill.Billed.asked;
import static atlas.compare.bill.Billed.assertUsd;
import static atlas.compare.bill.Billed.formula;
import static atlas.compare.bill.Billed.idle;
import static atlas.compare.bill.Billed.items;
import static atlas.compare.bill.Billed.notPriced;
import static atlas.compare.bill.Billed.terms;
import static atlas.compare.bill.Billed.under;
import static atlas.compare.bill.Billed.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.prices.FreeTier;
import atlas.compare.prices.PriceBooks;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices of us-east-1, written out: 0.20 a million calls, 0.0000166667 a GB-s on x86 and 0.0000133334 on arm64. */
class FunctionBillsTest {
    private static String function(String properties) {
        return "  Answer: {Type: AWS::Lambda::Function, Properties: {Timeout: 900, %s}}\n".formatted(properties);
    }

    private static Workload waiting(double requests, double millis) {
        Workload asked = asked(requests, 0, 0);
        return new Workload(
                "test",
                asked.requestsPerSecond(),
                List.of(),
                BigDecimal.ZERO,
                BigDecimal.valueOf(millis),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.valueOf(730));
    }

    /**
     * Examples 1 and 2 of aws.amazon.com/lambda/pricing, before the free tier that AWS takes off there: 512 MB, three
     * million calls of a second, 1,500,000 GB-s; 128 MB, thirty million calls of 200 ms, 750,000 GB-s.
     */
    @ParameterizedTest
    @CsvSource({"512, 3000000, 1000, 1500000, 0.60", "128, 30000000, 200, 750000, 6.00"})
    void isWhatAwsReckonsInItsExamples(int memory, double calls, double millis, double gbSeconds, double requests) {
        Bill bill = under(function("MemorySize: " + memory), waiting(calls, millis));

        assertUsd(gbSeconds * 0.0000166667, usd(bill, "duration"));
        assertUsd(requests, usd(bill, "calls"));
        assertUsd(gbSeconds * 0.0000166667 + requests, bill.total());
    }

    /** And with it: a million calls and 400,000 GB-s are free, so example 1 is 18.74 at AWS, with 0.00001667 a GB-s. */
    @Test
    void isWhatAwsReckonsWithTheFreeTier() {
        Terms free = new Terms(
                PriceBooks.of("us-east-1"),
                waiting(3_000_000, 1000),
                PurchaseModel.AS_WRITTEN,
                Running.ALWAYS,
                FreeTier.read().offers(),
                false);
        Bill bill = under(function("MemorySize: 512"), free);

        assertUsd(1_100_000 * 0.0000166667, usd(bill, "duration"));
        assertUsd(0.40, usd(bill, "calls"));
        assertEquals(18.74, bill.total().doubleValue(), 0.01);
    }

    @Test
    void costsNothingWhenNobodyCalls() {
        Bill bill = idle(function("MemorySize: 1769, TracingConfig: {Mode: Active}"));

        assertUsd(0, bill.total());
        assertTrue(bill.isComplete());
        assertTrue(bill.lines().isEmpty());
    }

    /** 40 ms of one vCPU take 78.27 ms on 904 MB: 79 are billed. */
    @Test
    void billsTheMillisecondThatWasBegun() {
        Bill bill = under(function("MemorySize: 904, Architectures: [arm64]"), asked(1_000_000, 40, 0));

        assertUsd(1_000_000 * 0.079 * (904 / 1024.0) * 0.0000133334, usd(bill, "duration"));
    }

    /** Beyond six thousand million GB-s a month the next ones cost 0.000015, beyond fifteen thousand million 0.0000133334. */
    @Test
    void fallsByTiers() {
        Bill bill = under(
                function("MemorySize: 10240"),
                terms(waiting(2_000_000_000, 1000)).whenRaised());

        assertUsd(6e9 * 0.0000166667 + 9e9 * 0.000015 + 5e9 * 0.0000133334, usd(bill, "duration"));
        assertTrue(formula(bill, "duration").endsWith(" x 0.0000166667, by tiers"), formula(bill, "duration"));
    }

    /** Where only the first tier is known, the rest is left out and said. */
    @Test
    void isNotPricedBeyondTheTierThatIsKnown() {
        Terms ireland = Terms.of(PriceBooks.of("eu-west-1"), waiting(1_000_000_000, 1000))
                .whenRaised();
        Bill bill = under(function("MemorySize: 10240"), ireland);

        assertUsd(6e9 * 0.0000166667, usd(bill, "duration"));
        assertEquals("duration: no price lambda:x86:gb-s for more than 6000000000 GB-s a month", notPriced(bill));
        assertFalse(bill.isComplete());
    }

    /** Since August 2025 the start is billed: one request in a hundred, 600 ms of 2 GB each. */
    @Test
    void billsColdStarts() {
        Workload workload = asked(1_000_000, 0, 0);
        Bill bill = under(
                function("MemorySize: 2048"),
                new Workload(
                        "cold",
                        workload.requestsPerSecond(),
                        List.of(),
                        BigDecimal.TEN,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        new BigDecimal("0.01"),
                        BigDecimal.valueOf(600),
                        BigDecimal.valueOf(730)));

        assertUsd(10_000 * 0.6 * 2 * 0.0000166667, usd(bill, "cold starts"));
        assertEquals(Group.OFTEN_FORGOTTEN, group(bill, "cold starts"));
    }

    /** Environments that are kept warm do not start: one of two calls at once is on demand. */
    @ParameterizedTest
    @CsvSource({"1, 0.5", "2, 0", "9, 0"})
    void hasNoColdStartsOnProvisionedEnvironments(int environments, double onDemand) {
        Workload cold = new Workload(
                "cold",
                BigDecimal.valueOf(2),
                List.of(),
                BigDecimal.ZERO,
                BigDecimal.valueOf(1000),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new BigDecimal("0.01"),
                BigDecimal.valueOf(600),
                BigDecimal.valueOf(730));
        Bill bill = under(function("MemorySize: 1024") + """
                  Live:
                    Type: AWS::Lambda::Version
                    Properties:
                      FunctionName: !Ref Answer
                      ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: %d}
                """.formatted(environments), cold);

        assertUsd(
                2 * 730 * 3600 * 0.01 * 0.6 * onDemand * 0.0000166667,
                bill.lines().stream()
                        .filter(line -> line.item().equals("cold starts"))
                        .map(Line::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Two environments of 1 GB all month; at one second a call and 3 calls a second, two of three calls are theirs. */
    @Test
    void paysProvisionedEnvironmentsAndWhatTheyCarry() {
        Bill bill = under(function("MemorySize: 1024") + """
                  Live:
                    Type: AWS::Lambda::Alias
                    Properties:
                      FunctionName: !Ref Answer
                      ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 2}
                """, waiting(3.0 * 730 * 3600, 1000));

        double seconds = 730 * 3600;
        assertUsd(2 * seconds * 0.0000041667, usd(bill, "provisioned concurrency"));
        assertUsd(2 * seconds * 0.0000097222, usd(bill, "duration on provisioned environments"));
        assertUsd(1 * seconds * 0.0000166667, usd(bill, "duration"));
        assertUsd(3 * seconds * 0.0000002, usd(bill, "calls"));
        assertEquals(Group.ALWAYS_ON, group(bill, "provisioned concurrency"));
    }

    /** Ten a second: the first of each second, and a twentieth of the other nine. */
    @Test
    void recordsTracesByTheRuleOfXRay() {
        Bill bill = under(function("MemorySize: 1769, TracingConfig: {Mode: Active}"), asked(10.0 * 730 * 3600, 10, 0));

        assertUsd((1 + 9 * 0.05) * 730 * 3600 * 0.000005, usd(bill, "X-Ray traces"));
        assertEquals("unverified", bill.confidence().title());
    }

    @Test
    void paysForMoreDiskAndFewerDollarsInASavingsPlan() {
        String large = function("MemorySize: 1024, EphemeralStorage: {Size: 2560}");

        assertUsd(1_000_000 * 2 * 0.0000000309, usd(under(large, waiting(1_000_000, 1000)), "ephemeral storage"));
        Terms plan = new Terms(
                PriceBooks.of("us-east-1"),
                waiting(1_000_000, 1000),
                PurchaseModel.SAVINGS_PLAN_1Y,
                Running.ALWAYS,
                List.of(),
                false);
        assertUsd(1_000_000 * 0.0000147, usd(under(large, plan), "duration"));
    }

    @Test
    void paysWhatRunsAtTheEdge() {
        String edge = function("MemorySize: 128") + """
              Version: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Answer}}
              Rewrite: {Type: AWS::CloudFront::Function}
              Server: {Type: AWS::Lambda::Function, Properties: {MemorySize: 1769}}
              Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !GetAtt Server.Arn}}
              Cdn:
                Type: AWS::CloudFront::Distribution
                Properties:
                  DistributionConfig:
                    Origins: [{DomainName: !GetAtt Url.FunctionUrl}]
                    DefaultCacheBehavior:
                      LambdaFunctionAssociations: [{EventType: viewer-request, LambdaFunctionARN: !Ref Version}]
                      FunctionAssociations:
                        - {EventType: viewer-request, FunctionARN: !GetAtt Rewrite.FunctionARN}
                        - {EventType: viewer-response, FunctionARN: !GetAtt Rewrite.FunctionARN}
            """;
        Bill bill = under(edge, asked(10_000_000, 10, 0));

        assertUsd(10 * 0.60, usd(bill, "calls at the edge"));
        assertUsd(2 * 10 * 0.10, usd(bill, "invocations"));
        assertUsd(10 * 0.20, usd(bill, "calls"));
        assertTrue(bill.needsUsage().stream()
                .anyMatch(entry -> entry.usage().equals("how long its calls at the edge take")));
    }

    /** The one that empties a bucket runs at deployments; the one that a queue starts gets none of the requests. */
    @Test
    void countsNoRequestTwice() {
        Bill bill = under(function("MemorySize: 1769") + """
                  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Target: !GetAtt Answer.Arn}}
                  Emptier: {Type: AWS::Lambda::Function}
                  Emptied: {Type: Custom::Empty, Properties: {ServiceToken: !GetAtt Emptier.Arn}}
                  Worker: {Type: AWS::Lambda::Function}
                  Work: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref Worker}}
                """, asked(1_000_000, 10, 0));

        assertUsd(0.20, usd(bill, "calls"));
        assertEquals("API requests, calls, duration", items(bill));
        assertEquals(
                List.of("Worker"),
                bill.needsUsage().stream().map(NeedsUsage::resource).toList());
    }

    /** Two that nothing distinguishes share the requests. */
    @Test
    void sharesTheRequestsAmongThoseThatAnswer() {
        Bill bill = under(function("MemorySize: 1769") + """
                  Other: {Type: AWS::Lambda::Function, Properties: {MemorySize: 1769}}
                  Api: {Type: AWS::ApiGatewayV2::Api}
                  One:
                    Type: AWS::ApiGatewayV2::Integration
                    Properties: {ApiId: !Ref Api, IntegrationUri: !GetAtt Answer.Arn}
                  Two:
                    Type: AWS::ApiGatewayV2::Integration
                    Properties: {ApiId: !Ref Api, IntegrationUri: !GetAtt Other.Arn}
                """, asked(1_000_000, 10, 0));

        assertUsd(0.20, usd(bill, "calls"));
        assertEquals("500000 requests x 0.0000002 and 500000 requests x 0.0000002", formula(bill, "calls"));
        assertFalse(bill.lines().isEmpty());
    }

    private static Group group(Bill bill, String item) {
        return bill.lines().stream()
                .filter(line -> line.item().equals(item))
                .findFirst()
                .orElseThrow()
                .group();
    }
}
