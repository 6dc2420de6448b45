package atlas.compare.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LambdaTest {
    private static String function(String properties) {
        return "  Answer: {Type: AWS::Lambda::Function, Properties: {%s}}\n".formatted(properties);
    }

    @Test
    void hasLambdasOwnDefaults() {
        Function function = Found.function(function(""));

        assertEquals(128, function.memoryMiB());
        assertEquals(3, function.timeoutSeconds());
        assertEquals(512, function.ephemeralMiB());
        assertEquals(OptionalInt.empty(), function.reserved());
        assertFalse(function.arm());
        assertFalse(function.traced());
        assertFalse(function.inVpc());
    }

    @Test
    void isWhatItsTemplateSays() {
        Function function = Found.function(function("""
                                MemorySize: 1769, Timeout: 30, Architectures: [arm64], ReservedConcurrentExecutions: 10,
                                EphemeralStorage: {Size: 1024}, TracingConfig: {Mode: Active}, VpcConfig: {SubnetIds: [a]}
                                """) + """
                          Alias:
                            Type: AWS::Lambda::Alias
                            Properties:
                              FunctionName: !Ref Answer
                              ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 2}
                          Version:
                            Type: AWS::Lambda::Version
                            Properties:
                              FunctionName: !GetAtt Answer.Arn
                              ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 3}
                        """);

        assertEquals(BigDecimal.ONE, function.vcpu());
        assertEquals(30, function.timeoutSeconds());
        assertEquals(1024, function.ephemeralMiB());
        assertEquals(OptionalInt.of(10), function.reserved());
        assertEquals(5, function.provisioned());
        assertTrue(function.arm());
        assertTrue(function.traced());
        assertTrue(function.inVpc());
    }

    /** 1,769 MB are one vCPU: half of them take twice as long, and twice as many are not faster. */
    @ParameterizedTest
    @CsvSource({"1769, 105", "884, 205.1", "3538, 105", "10240, 105"})
    void takesAsLongAsItsShareOfAProcessor(int memory, BigDecimal millis) {
        Function function = Found.function(function("MemorySize: " + memory));
        Workload workload = workload("100", "5");

        assertEquals(millis, function.durationMillis(workload).setScale(millis.scale(), RoundingMode.HALF_UP));
    }

    /** Fifty a second that take a tenth of a second each are five at once. */
    @Test
    void hasAsManyEnvironmentsAsRequestsAtOnce() {
        Function function = Found.function(function("MemorySize: 1769"));

        assertEquals(5, function.units(workload("100", "0"), BigDecimal.valueOf(50)));
        assertEquals(6, function.units(workload("100", "0"), new BigDecimal("50.1")));
        assertEquals(0, function.units(workload("100", "0"), BigDecimal.ZERO));
    }

    @Test
    void isNoneOfThoseThatOnlyCloudFormationCalls() {
        List<Compute> found = Found.in("""
                          Answer: {Type: AWS::Lambda::Function}
                          Emptier: {Type: AWS::Lambda::Function, Properties: {Environment: {Variables: {NEXT: !Ref Deeper}}}}
                          Deeper: {Type: AWS::Lambda::Function}
                          Emptied: {Type: Custom::S3AutoDeleteObjects, Properties: {ServiceToken: !GetAtt Emptier.Arn}}
                        """).found();

        assertEquals(
                List.of("Answer"),
                found.stream().map(compute -> compute.resource().name().id()).toList());
    }

    @Test
    void isNoneOfThoseAtTheEdge() {
        assertEquals(List.of(), Found.in(function("") + """
                          Version: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Answer}}
                          Cdn:
                            Type: AWS::CloudFront::Distribution
                            Properties:
                              DistributionConfig:
                                DefaultCacheBehavior:
                                  LambdaFunctionAssociations: [{EventType: viewer-request, LambdaFunctionARN: !Ref Version}]
                        """).found());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MemorySize: !Ref Memory | its MemorySize is {\"Ref\":\"Memory\"}, which only a deployment knows",
                "MemorySize: 0 | its MemorySize is 0, which is none",
                "Timeout: soon | its Timeout is soon, which is no quantity",
                "Architectures: !Ref Processor | its Architectures is {\"Ref\":\"Processor\"}, which only a deployment knows",
            })
    void isLeftOpenWhereTheTemplateDoesNotSay(String property, String why) {
        assertEquals(why, Found.leftOpen("Answer", function(property)));
    }

    private static Workload workload(String cpuMillis, String waitMillis) {
        BigDecimal none = BigDecimal.ZERO;
        return new Workload(
                "test",
                BigDecimal.ONE,
                List.of(),
                new BigDecimal(cpuMillis),
                new BigDecimal(waitMillis),
                none,
                none,
                none,
                none,
                BigDecimal.valueOf(730));
    }
}
