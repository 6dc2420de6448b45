package atlas.infra.compute;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.Settings;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * Functions from one jar that differ in handler and time-out only, each with a log group of its own and a role that may
 * write to that one. AWS's basic execution role could make a group anew, without an end to it, after the stack is gone.
 */
final class JavaFunctions {
    /** One vCPU; less memory is proportionally less CPU. Source: docs.aws.amazon.com/lambda, "Configure memory". */
    private static final double MIB_A_VCPU = 1769;

    private final Construct scope;
    private final Settings settings;
    private final Code jar;
    private final Map<String, String> environment;

    JavaFunctions(Construct scope, Settings settings, String jar, Map<String, String> environment) {
        this.scope = scope;
        this.settings = settings;
        this.jar = Code.fromAsset(jar);
        this.environment = environment;
    }

    static double vcpuOf(int memoryMiB) {
        return memoryMiB / MIB_A_VCPU;
    }

    /** Reads like the function itself; what one handler has more than the other is added by the caller. */
    Function.Builder function(String id, String handler, Duration timeout) {
        LogGroup log = LogGroup.Builder.create(scope, id + "Log")
                .retention(settings.profile().logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        Role role = Role.Builder.create(scope, id + "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        log.grantWrite(role);
        accept(role, "AwsSolutions-IAM5[*]", "X-Ray has no resources to name");
        return Function.Builder.create(scope, id)
                .runtime(Runtime.JAVA_25)
                .architecture(
                        switch (settings.architecture()) {
                            case ARM64 -> software.amazon.awscdk.services.lambda.Architecture.ARM_64;
                            case X86_64 -> software.amazon.awscdk.services.lambda.Architecture.X86_64;
                        })
                .code(jar)
                .handler(handler)
                .memorySize(settings.functionMemoryMiB())
                .timeout(timeout)
                .environment(environment)
                .tracing(Tracing.ACTIVE)
                .loggingFormat(LoggingFormat.JSON)
                .logGroup(log)
                .role(role);
    }
}
