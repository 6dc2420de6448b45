package atlas.infra.guard;

import atlas.infra.Lifetime;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Lets a stack delete itself from some moment on, every {@value #MINUTES} minutes. Repeating gives the order: CloudFormation
 * refuses to delete a stack while another imports from it, so consumers go first, and what they used with a later call.
 *
 * <p>Everything else in the stack depends on the schedule, so the schedule goes last but for its role: whatever fails on the
 * way, it calls again. The deletion has the rights of the role that the stack was deployed with, as every deletion has.
 */
public final class Expiry extends Construct {
    private static final int MINUTES = 15;

    /**
     * @param stack with everything it consists of
     * @param end EventBridge Scheduler refuses one that is more than five minutes ago, and so the deployment fails
     */
    public Expiry(Stack stack, Lifetime.Until end) {
        super(stack, "Expiry");
        List<IConstruct> rest = stack.getNode().getChildren().stream()
                .filter(child -> child != this)
                .toList();
        Role role = Role.Builder.create(this, "Role")
                .description("May delete the stack %s and nothing else".formatted(stack.getStackName()))
                .assumedBy(ServicePrincipal.Builder.create("scheduler.amazonaws.com")
                        .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                        .build())
                .inlinePolicies(Map.of("DeleteThisStack", deletionOf(stack)))
                .build();
        CfnSchedule schedule = CfnSchedule.Builder.create(this, "Schedule")
                .description("Deletes the stack %s".formatted(stack.getStackName()))
                .scheduleExpression("rate(%d minutes)".formatted(MINUTES))
                .startDate(end.instant())
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder()
                        .mode("OFF")
                        .build())
                .target(CfnSchedule.TargetProperty.builder()
                        .arn(stack.formatArn(ArnComponents.builder()
                                .service("scheduler")
                                .region("")
                                .account("")
                                .resource("aws-sdk:cloudformation:deleteStack")
                                .arnFormat(ArnFormat.NO_RESOURCE_NAME)
                                .build()))
                        .roleArn(role.getRoleArn())
                        .input("{\"StackName\":\"%s\"}".formatted(stack.getStackName()))
                        // The next call is the retry.
                        .retryPolicy(CfnSchedule.RetryPolicyProperty.builder()
                                .maximumRetryAttempts(0)
                                .build())
                        .build())
                .build();
        rest.forEach(child -> child.getNode().addDependency(schedule));
    }

    private static PolicyDocument deletionOf(Stack stack) {
        return PolicyDocument.Builder.create()
                .statements(List.of(PolicyStatement.Builder.create()
                        .actions(List.of("cloudformation:DeleteStack"))
                        .resources(List.of(stack.formatArn(ArnComponents.builder()
                                .service("cloudformation")
                                .resource("stack")
                                .resourceName(stack.getStackName() + "/*")
                                .build())))
                        .build()))
                .build();
    }
}
