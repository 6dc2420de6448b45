package atlas.infra.guard;

import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;

/**
 * What a check finds and is meant to be so. The reason stands beside the one resource it is about; a test fails on a finding
 * without a reason, and on a reason for what is no longer found.
 */
public final class Findings {
    private Findings() {}

    /**
     * @param rule as the check names it, such as AwsSolutions-S1. Where it finds several things in one resource, brackets
     *     may say which: {@code AwsSolutions-IAM5[posters/*]}
     */
    public static void accept(IConstruct resource, String rule, String reason) {
        Validations.of(resource)
                .acknowledge(Acknowledgment.builder().id(rule).reason(reason).build());
    }
}
