package atlas.proof.rehearsal.seen;

import static atlas.proof.rehearsal.seen.Sighting.answered;
import static atlas.proof.rehearsal.seen.Sighting.naming;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Services that are asked in JSON, with the operation in a header. */
final class JsonSightings {
    private JsonSightings() {}

    private static final String ECS = "AmazonEC2ContainerServiceV20141113.";

    static Map<String, Sighting> all() {
        Map<String, Sighting> all = new TreeMap<>();
        all.put("AWS::DynamoDB::Table", one("dynamodb", "DynamoDB_20120810.DescribeTable", "TableName"));
        all.put("AWS::SQS::Queue", attribute("QueueArn", Placed::physicalId, Placed::lastPart));
        all.put("AWS::SQS::QueuePolicy", attribute("Policy", queue -> queue.property("Queues"), queue -> "Statement"));
        all.put("AWS::Logs::LogGroup", logGroup());
        all.put("AWS::ECR::Repository", list("ecr", registry("DescribeRepositories"), "repositoryNames"));
        all.put("AWS::ECS::Cluster", list("ecs", ECS + "DescribeClusters", "clusters"));
        all.put("AWS::ECS::CapacityProvider", list("ecs", ECS + "DescribeCapacityProviders", "capacityProviders"));
        all.put("AWS::ECS::TaskDefinition", one("ecs", ECS + "DescribeTaskDefinition", "taskDefinition"));
        all.put("AWS::ECS::ClusterCapacityProviderAssociations", associations());
        all.put("AWS::ECS::Service", service());
        all.put("AWS::Events::Rule", rule());
        all.put("AWS::SecretsManager::Secret", one("secretsmanager", "secretsmanager.DescribeSecret", "SecretId"));
        all.put("AWS::SSM::Parameter", one("ssm", "AmazonSSM.GetParameter", "Name"));
        all.put("AWS::ServiceDiscovery::PrivateDnsNamespace", names("GetNamespace"));
        all.put("AWS::ServiceDiscovery::Service", names("GetService"));
        all.put("AWS::ApplicationAutoScaling::ScalableTarget", scaling("DescribeScalableTargets"));
        all.put("AWS::ApplicationAutoScaling::ScalingPolicy", scaling("DescribeScalingPolicies"));
        return all;
    }

    private static String registry(String operation) {
        return "AmazonEC2ContainerRegistry_V20150921." + operation;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Sighting one(String service, String target, String key) {
        return answered((one, aws) -> aws.json(service, target, object().put(key, one.physicalId())));
    }

    private static Sighting list(String service, String target, String key) {
        return naming(
                (one, aws) -> {
                    ObjectNode body = object();
                    body.putArray(key).add(one.physicalId());
                    return aws.json(service, target, body);
                },
                Placed::lastPart);
    }

    private static Sighting attribute(String attribute, Sighting.Word queue, Sighting.Word word) {
        return naming(
                (one, aws) -> {
                    ObjectNode body = object().put("QueueUrl", queue.of(one));
                    body.putArray("AttributeNames").add(attribute);
                    return aws.json("sqs", "AmazonSQS.GetQueueAttributes", body);
                },
                word);
    }

    private static Sighting logGroup() {
        return naming(
                (one, aws) -> aws.json(
                        "logs",
                        "Logs_20140328.DescribeLogGroups",
                        object().put("logGroupNamePrefix", one.physicalId())),
                Placed::physicalId);
    }

    private static Sighting associations() {
        return naming(
                (one, aws) -> {
                    ObjectNode body = object();
                    body.putArray("clusters").add(one.property("Cluster"));
                    return aws.json("ecs", ECS + "DescribeClusters", body);
                },
                one -> one.property("CapacityProviders"));
    }

    private static Sighting service() {
        return naming(
                (one, aws) -> {
                    ObjectNode body = object().put("cluster", one.property("Cluster"));
                    body.putArray("services").add(one.physicalId());
                    return aws.json("ecs", ECS + "DescribeServices", body);
                },
                Placed::lastPart);
    }

    private static Sighting rule() {
        return answered(
                (one, aws) -> aws.json("events", "AWSEvents.DescribeRule", object().put("Name", one.lastPart())));
    }

    private static Sighting names(String operation) {
        return answered((one, aws) -> aws.json(
                "servicediscovery", "Route53AutoNaming_v20170314." + operation, object().put("Id", one.physicalId())));
    }

    /** Their physical ids have parts that differ, so they are known by the resource that they scale. */
    private static Sighting scaling(String operation) {
        return naming(
                (one, aws) -> aws.json(
                        "application-autoscaling",
                        "AnyScaleFrontendService." + operation,
                        object().put("ServiceNamespace", "ecs")),
                one -> operation.equals("DescribeScalingPolicies") ? one.property("PolicyName") : "service/");
    }
}
