package atlas.proof.rule;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Some of AWS's managed policies have a path in their ARN, and a role cannot be created with an ARN that names none. */
final class ManagedPolicyPath implements Rule {
    private static final Pattern ARN =
            Pattern.compile(":iam::aws:policy/(?<path>(service-role/)?)(?<name>[A-Za-z0-9_+=,.@-]+)");

    /** AWS Managed Policy Reference Guide, read 2026-11: those that templates name most. */
    private static final Set<String> BELOW_SERVICE_ROLE = Set.of(
            "AWSLambdaBasicExecutionRole",
            "AWSLambdaVPCAccessExecutionRole",
            "AWSLambdaSQSQueueExecutionRole",
            "AWSLambdaDynamoDBExecutionRole",
            "AWSLambdaKinesisExecutionRole",
            "AmazonECSTaskExecutionRolePolicy",
            "AmazonEC2ContainerServiceforEC2Role",
            "AmazonAPIGatewayPushToCloudWatchLogs",
            "AmazonEBSCSIDriverPolicy",
            "AmazonEFSCSIDriverPolicy",
            "AWSBatchServiceRole");

    private static final Set<String> ABOVE = Set.of(
            "AmazonSSMManagedInstanceCore",
            "CloudWatchAgentServerPolicy",
            "AmazonEKSClusterPolicy",
            "AmazonEKSWorkerNodePolicy",
            "AmazonEKS_CNI_Policy",
            "AmazonEC2ContainerRegistryReadOnly",
            "AmazonEC2ContainerRegistryPullOnly",
            "AWSXRayDaemonWriteAccess");

    @Override
    public String id() {
        return "managed-policy-path";
    }

    @Override
    public String remedy() {
        return "write the ARN as the AWS Managed Policy Reference Guide has it";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment.setUp().resources().flatMap(resource -> resource.at("ManagedPolicyArns").items().stream()
                .flatMap(arn -> breach(resource, arn).stream()));
    }

    private static Optional<Breach> breach(Resource resource, Value arn) {
        Matcher matcher = ARN.matcher(arn.toString());
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.group("name");
        boolean isBelow = !matcher.group("path").isEmpty();
        if (BELOW_SERVICE_ROLE.contains(name) && !isBelow) {
            return Optional.of(Breach.of(resource, "it names policy/%s, which is policy/service-role/%s", name, name));
        }
        return ABOVE.contains(name) && isBelow
                ? Optional.of(Breach.of(resource, "it names policy/service-role/%s, which is policy/%s", name, name))
                : Optional.empty();
    }
}
