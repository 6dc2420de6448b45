package atlas.proof.rehearsal.seen;

import atlas.proof.rehearsal.aws.Answer;
import atlas.proof.rehearsal.aws.Aws;
import atlas.proof.rehearsal.aws.Stacks;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.w3c.dom.Element;

/**
 * What there is in the account, by the services' own lists: taken before and after, it tells what was left.
 *
 * @param found ids by kind
 * @param notTold kinds whose service does not answer here
 */
public record Census(Map<String, Set<String>> found, Set<String> notTold) {

    /** What is here and was not in {@code before}, as "kind id"; and kinds that were told then and are not now. */
    public List<String> since(Census before) {
        List<String> left = new ArrayList<>();
        found.forEach((kind, ids) -> ids.stream()
                .filter(id -> !before.found.getOrDefault(kind, Set.of()).contains(id))
                .forEach(id -> left.add(kind + " " + id)));
        notTold.stream().filter(before.found::containsKey).forEach(kind -> left.add(kind + " (no longer told)"));
        return left;
    }

    public static Census of(Aws aws) {
        Map<String, Set<String>> found = new TreeMap<>();
        Set<String> notTold = new TreeSet<>();
        found.put("stack", new Stacks(aws).names());
        KINDS.forEach((kind, list) -> {
            Answer answer = list.question.of(aws);
            if (answer.isOk()) {
                found.put(kind, list.reading.of(answer));
            } else {
                notTold.add(kind);
            }
        });
        return new Census(found, notTold);
    }

    private interface Question {
        Answer of(Aws aws);
    }

    private interface Reading {
        Set<String> of(Answer answer);
    }

    private record Listing(Question question, Reading reading) {}

    private static final Map<String, Listing> KINDS = kinds();

    private static Map<String, Listing> kinds() {
        Map<String, Listing> kinds = new TreeMap<>();
        kinds.put("address", ec2("DescribeAddresses", "publicIp"));
        kinds.put("alarm", query("monitoring", "2010-08-01", "DescribeAlarms", "AlarmName"));
        kinds.put(
                "auto scaling group",
                query("autoscaling", "2011-01-01", "DescribeAutoScalingGroups", "AutoScalingGroupName"));
        kinds.put("bucket", new Listing(aws -> aws.get("s3", "/"), answer -> within(answer, "Bucket", "Name")));
        kinds.put(
                "capacity provider",
                json(
                        "ecs",
                        "AmazonEC2ContainerServiceV20141113.DescribeCapacityProviders",
                        "/capacityProviders",
                        "name"));
        kinds.put(
                "distribution",
                new Listing(
                        aws -> aws.get("cloudfront", "/2020-05-31/distribution"),
                        answer -> within(answer, "DistributionSummary", "Id")));
        kinds.put("ECS cluster", json("ecs", "AmazonEC2ContainerServiceV20141113.ListClusters", "/clusterArns", ""));
        kinds.put("EKS cluster", path("eks", "/clusters", "/clusters", ""));
        kinds.put("file system", path("elasticfilesystem", "/2015-02-01/file-systems", "/FileSystems", "FileSystemId"));
        kinds.put("function", path("lambda", "/2015-03-31/functions/", "/Functions", "FunctionName"));
        kinds.put("HTTP API", path("apigateway", "/v2/apis", "/items", "apiId"));
        kinds.put(
                "instance",
                new Listing(
                        aws -> aws.query(
                                "ec2",
                                "2016-11-15",
                                "DescribeInstances",
                                Map.of(
                                        "Filter.1.Name",
                                        "instance-state-name",
                                        "Filter.1.Value.1",
                                        "running",
                                        "Filter.1.Value.2",
                                        "pending",
                                        "Filter.1.Value.3",
                                        "stopped")),
                        answer -> texts(answer, "instanceId")));
        kinds.put("internet gateway", ec2("DescribeInternetGateways", "internetGatewayId"));
        kinds.put("launch template", ec2("DescribeLaunchTemplates", "launchTemplateId"));
        kinds.put("layer", path("lambda", "/2018-10-31/layers", "/Layers", "LayerName"));
        kinds.put(
                "load balancer",
                query("elasticloadbalancing", "2015-12-01", "DescribeLoadBalancers", "LoadBalancerName"));
        kinds.put("log group", json("logs", "Logs_20140328.DescribeLogGroups", "/logGroups", "logGroupName"));
        kinds.put(
                "NAT gateway",
                new Listing(
                        aws -> aws.query(
                                "ec2",
                                "2016-11-15",
                                "DescribeNatGateways",
                                Map.of(
                                        "Filter.1.Name",
                                        "state",
                                        "Filter.1.Value.1",
                                        "available",
                                        "Filter.1.Value.2",
                                        "pending")),
                        answer -> texts(answer, "natGatewayId")));
        kinds.put(
                "hosted zone",
                new Listing(
                        aws -> aws.get("route53", "/2013-04-01/hostedzone"),
                        answer -> within(answer, "HostedZone", "Id")));
        kinds.put("instance profile", query("iam", "2010-05-08", "ListInstanceProfiles", "InstanceProfileName"));
        kinds.put(
                "namespace",
                json("servicediscovery", "Route53AutoNaming_v20170314.ListNamespaces", "/Namespaces", "Name"));
        kinds.put("parameter", json("ssm", "AmazonSSM.DescribeParameters", "/Parameters", "Name"));
        kinds.put("queue", json("sqs", "AmazonSQS.ListQueues", "/QueueUrls", ""));
        kinds.put(
                "repository",
                json(
                        "ecr",
                        "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories",
                        "/repositories",
                        "repositoryName"));
        kinds.put("role", query("iam", "2010-05-08", "ListRoles", "RoleName"));
        kinds.put("rule", json("events", "AWSEvents.ListRules", "/Rules", "Name"));
        kinds.put("schedule", path("scheduler", "/schedules", "/Schedules", "Name"));
        kinds.put("secret", json("secretsmanager", "secretsmanager.ListSecrets", "/SecretList", "Name"));
        kinds.put("security group", ec2("DescribeSecurityGroups", "groupId"));
        kinds.put("subnet", ec2("DescribeSubnets", "subnetId"));
        kinds.put("table", json("dynamodb", "DynamoDB_20120810.ListTables", "/TableNames", ""));
        kinds.put(
                "target group", query("elasticloadbalancing", "2015-12-01", "DescribeTargetGroups", "TargetGroupName"));
        kinds.put("VPC", ec2("DescribeVpcs", "vpcId"));
        return kinds;
    }

    private static Listing ec2(String action, String element) {
        return query("ec2", "2016-11-15", action, element);
    }

    private static Listing query(String service, String version, String action, String element) {
        return new Listing(aws -> aws.query(service, version, action, Map.of()), answer -> texts(answer, element));
    }

    private static Listing json(String service, String target, String list, String field) {
        return new Listing(
                aws -> aws.json(service, target, JsonNodeFactory.instance.objectNode()),
                answer -> fields(answer.json().at(list), field));
    }

    private static Listing path(String service, String path, String list, String field) {
        return new Listing(
                aws -> aws.get(service, path), answer -> fields(answer.json().at(list), field));
    }

    private static Set<String> texts(Answer answer, String element) {
        Set<String> texts = new TreeSet<>();
        answer.elements(element).forEach(one -> texts.add(one.getTextContent().strip()));
        return texts;
    }

    private static Set<String> within(Answer answer, String parent, String element) {
        Set<String> texts = new TreeSet<>();
        for (Element one : answer.elements(parent)) {
            texts.add(Answer.text(one, element));
        }
        return texts;
    }

    private static Set<String> fields(JsonNode list, String field) {
        Set<String> texts = new TreeSet<>();
        list.forEach(one ->
                texts.add(field.isEmpty() ? one.asText() : one.path(field).asText()));
        return texts;
    }
}
