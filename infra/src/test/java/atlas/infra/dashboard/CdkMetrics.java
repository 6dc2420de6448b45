package atlas.infra.dashboard;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpApiAttributes;
import software.amazon.awscdk.services.apigatewayv2.IHttpApi;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupAttributes;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;

/** Metrics as the CDK spells them, by namespace, dimensions and name: a search for a wrong one finds nothing, and says nothing. */
final class CdkMetrics {
    /**
     * The CDK knows these of a service that it makes, or not at all. Sources: Amazon ECS, "CloudWatch metrics"; Amazon EC2,
     * "CloudWatch metrics"; AWS Lambda, "Monitoring concurrency".
     */
    private static final Set<String> BEYOND_THE_CDK = Set.of(
            "AWS/ECS,ClusterName,ServiceName CPUUtilization",
            "AWS/EC2,AutoScalingGroupName CPUUtilization",
            "AWS/Lambda,FunctionName ConcurrentExecutions");

    private CdkMetrics() {}

    static Set<String> known() {
        Stack stack = new Stack();
        IApplicationTargetGroup targets = ApplicationTargetGroup.fromTargetGroupAttributes(
                stack,
                "Targets",
                TargetGroupAttributes.builder()
                        .targetGroupArn("arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/a/1")
                        .loadBalancerArns("arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/app/b/2")
                        .build());
        IFunction function = Function.fromFunctionName(stack, "Function", "function");
        IHttpApi api = HttpApi.fromHttpApiAttributes(
                stack, "Api", HttpApiAttributes.builder().httpApiId("api").build());
        Set<String> known = List.of(
                        targets.getMetrics().requestCount(),
                        targets.getMetrics().targetResponseTime(),
                        targets.getMetrics().httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT),
                        targets.getMetrics().targetConnectionErrorCount(),
                        targets.getMetrics().healthyHostCount(),
                        function.metricInvocations(),
                        function.metricDuration(),
                        function.metricErrors(),
                        function.metricThrottles(),
                        api.metricCount(),
                        api.metricIntegrationLatency(),
                        api.metricServerError())
                .stream()
                .map(CdkMetrics::spelled)
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(BEYOND_THE_CDK);
        return known;
    }

    private static String spelled(Metric metric) {
        return "%s,%s %s"
                .formatted(
                        metric.getNamespace(),
                        String.join(",", new TreeSet<>(metric.getDimensions().keySet())),
                        metric.getMetricName());
    }
}
