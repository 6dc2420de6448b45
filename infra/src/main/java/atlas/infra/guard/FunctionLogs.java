package atlas.infra.guard;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CustomResourceProviderBase;
import software.amazon.awscdk.IAspect;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Every function logs to a group of its own stack, and its role may write there and cannot make another. Otherwise a
 * function's last words, after its stack is gone, bring back a group that nobody owns and that never ends. The CDK's own
 * functions, which empty buckets and copy files, come with AWS's basic execution role, so it is put right here for all.
 */
public final class FunctionLogs implements IAspect {
    private static final String MANAGED_POLICIES = "ManagedPolicyArns";

    private final RetentionDays retention;

    public FunctionLogs(RetentionDays retention) {
        this.retention = retention;
    }

    @Override
    public void visit(IConstruct node) {
        if (node instanceof Function function) {
            groupOf(function).grantWrite(function);
            takeBasicExecutionFrom((CfnRole) function.getRole().getNode().getDefaultChild());
        } else if (node instanceof CustomResourceProviderBase provider) {
            giveLog(provider);
        }
    }

    /**
     * Where nobody gave a function a group, the CDK makes one that is called after the function and so is born after it and
     * goes before it, is kept for two years, and outlives its stack.
     */
    private ILogGroup groupOf(Function function) {
        if (!function.getNode().tryRemoveChild("LogGroup")) {
            return function.getLogGroup();
        }
        LogGroup log = newLog(function);
        ((CfnResource) function.getNode().getDefaultChild())
                .addPropertyOverride("LoggingConfig.LogGroup", log.getLogGroupName());
        return log;
    }

    private LogGroup newLog(Construct scope) {
        return LogGroup.Builder.create(scope, "Log")
                .retention(retention)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    /** A provider is older than log groups in the CDK: below it are a plain function and a plain role. */
    private void giveLog(CustomResourceProviderBase provider) {
        LogGroup log = newLog(provider);
        child(provider, "Handler").addPropertyOverride("LoggingConfig.LogGroup", log.getLogGroupName());
        child(provider, "Role").addPropertyDeletionOverride(MANAGED_POLICIES);
        Map<String, Object> statement = new TreeMap<>();
        statement.put("Effect", "Allow");
        statement.put("Action", List.of("logs:CreateLogStream", "logs:PutLogEvents"));
        statement.put("Resource", log.getLogGroupArn());
        provider.addToRolePolicy(statement);
    }

    private static void takeBasicExecutionFrom(CfnRole role) {
        List<?> all = (List<?>) Stack.of(role).resolve(role.getManagedPolicyArns());
        if (all == null) {
            return;
        }
        List<?> others = all.stream()
                .filter(arn -> !arn.toString().contains("AWSLambdaBasicExecutionRole"))
                .toList();
        if (others.isEmpty()) {
            role.addPropertyDeletionOverride(MANAGED_POLICIES);
        } else {
            role.addPropertyOverride(MANAGED_POLICIES, others);
        }
    }

    private static CfnResource child(CustomResourceProviderBase provider, String id) {
        return (CfnResource) provider.getNode().findChild(id);
    }
}
