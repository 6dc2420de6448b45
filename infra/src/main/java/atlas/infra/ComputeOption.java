package atlas.infra;

import atlas.infra.compute.Ec2AutoScalingStack;
import atlas.infra.compute.EcsEc2Stack;
import atlas.infra.compute.EcsFargateStack;
import atlas.infra.compute.EksManagedNodesStack;
import atlas.infra.compute.LambdaHttpApiStack;
import atlas.infra.compute.LambdaS3TriggerStack;
import atlas.infra.compute.LambdaScheduleStack;
import atlas.infra.dashboard.Measured;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every way the atlas can run its app. This list drives synthesis, tests, documents and the comparison. */
public enum ComputeOption {
    EC2_AUTO_SCALING(
            "ec2-auto-scaling",
            "EC2 Auto Scaling behind a load balancer",
            Family.VIRTUAL_MACHINE,
            Tier.DEPLOY,
            new WayIn.LoadBalancer(10),
            Ec2AutoScalingStack::new),
    ECS_EC2(
            "ecs-ec2",
            "ECS on EC2 instances",
            Family.CONTAINER,
            Tier.DEPLOY,
            new WayIn.LoadBalancer(30),
            EcsEc2Stack::new),
    ECS_FARGATE(
            "ecs-fargate",
            "ECS on Fargate",
            Family.CONTAINER,
            Tier.DEPLOY,
            new WayIn.LoadBalancer(20),
            EcsFargateStack::new),
    EKS_MANAGED_NODES(
            "eks-managed-nodes",
            "EKS on managed node groups",
            Family.CONTAINER,
            Tier.DEPLOY,
            new WayIn.LoadBalancer(40),
            EksManagedNodesStack::new),
    LAMBDA_HTTP_API(
            "lambda-http-api",
            "Lambda behind an HTTP API",
            Family.FUNCTION,
            Tier.DEPLOY,
            new WayIn.HttpApi(),
            LambdaHttpApiStack::new),
    LAMBDA_S3_TRIGGER(
            "lambda-s3-trigger",
            "Lambda on objects created in S3",
            Family.FUNCTION,
            Tier.DEPLOY,
            new WayIn.S3Event(),
            LambdaS3TriggerStack::new),
    LAMBDA_SCHEDULE(
            "lambda-schedule",
            "Lambda on a schedule",
            Family.FUNCTION,
            Tier.DEPLOY,
            new WayIn.Schedule(),
            LambdaScheduleStack::new);

    /** Builds an option's stack on the layers it asks for. */
    interface Builder {
        Measured build(Layers layers);
    }

    private final String id;
    private final String title;
    private final Family family;
    private final Tier tier;
    private final WayIn wayIn;
    private final Builder builder;

    ComputeOption(String id, String title, Family family, Tier tier, WayIn wayIn, Builder builder) {
        this.id = id;
        this.title = title;
        this.family = family;
        this.tier = tier;
        this.wayIn = wayIn;
        this.builder = builder;
    }

    /** As it is typed, in lower case with hyphens; also where a mounted option is found: {@code /ecs-fargate/...}. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Family family() {
        return family;
    }

    public Tier tier() {
        return tier;
    }

    public WayIn wayIn() {
        return wayIn;
    }

    /** What {@code cdk deploy} calls it: the id in Java's manner, such as EcsFargate. */
    public String stackId() {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }

    /** The path under which load balancer, HTTP API and CDN know it, if it is {@link #mounted}. */
    public String prefix() {
        return "/" + id;
    }

    public Measured build(Layers layers) {
        return builder.build(layers);
    }

    /** Those that a browser can ask, each under its path, in the order of the list. */
    public static Stream<ComputeOption> mounted() {
        return Arrays.stream(values()).filter(option -> option.wayIn.hasPath());
    }

    /** Those behind the load balancer, in the order of the list. */
    public static Stream<ComputeOption> behindLoadBalancer() {
        return Arrays.stream(values()).filter(option -> option.wayIn instanceof WayIn.LoadBalancer);
    }

    /**
     * @throws SettingsException with the ids that come nearest
     */
    public static ComputeOption withId(String id) {
        return Arrays.stream(values())
                .filter(option -> option.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new SettingsException("unknown option %s; did you mean %s? ./atlas list shows all"
                        .formatted(id.isEmpty() ? "(empty)" : id, String.join(", ", Nearest.to(id, ids())))));
    }

    private static List<String> ids() {
        return Arrays.stream(values()).map(ComputeOption::id).toList();
    }
}
