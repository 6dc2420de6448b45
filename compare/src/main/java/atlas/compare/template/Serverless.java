package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * Templates of the Serverless Application Model, with its types written out as the resources that its transform makes of them:
 * those that cost something or show who calls whom, not their roles and permissions.
 */
final class Serverless {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PREFIX = "AWS::Serverless::";
    /** A resource of another type with the same properties. */
    private static final Map<String, String> SAME = Map.of(
            "Api", "AWS::ApiGateway::RestApi",
            "HttpApi", "AWS::ApiGatewayV2::Api",
            "LayerVersion", "AWS::Lambda::LayerVersion");

    private final JsonNode globals;
    private final ObjectNode resources = JSON.objectNode();

    private Serverless(JsonNode globals) {
        this.globals = globals;
    }

    static JsonNode writtenOut(JsonNode root) {
        if (!Transforms.isServerless(root)) {
            return root;
        }
        Serverless serverless = new Serverless(root.path("Globals"));
        ObjectNode written = root.deepCopy();
        written.path("Resources").properties().forEach(entry -> serverless.add(entry.getKey(), entry.getValue()));
        return written.set("Resources", serverless.resources);
    }

    private void add(String id, JsonNode resource) {
        String type = resource.path("Type").asText();
        String kind = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : "";
        ObjectNode properties = JSON.objectNode();
        globals.path(kind).properties().forEach(field -> properties.set(field.getKey(), field.getValue()));
        resource.path("Properties").properties().forEach(field -> properties.set(field.getKey(), field.getValue()));
        switch (kind) {
            case "Function" -> function(id, resource, properties);
            case "SimpleTable" -> put(id, "AWS::DynamoDB::Table", resource, table(properties));
            case "StateMachine" ->
                put(
                        id,
                        "AWS::StepFunctions::StateMachine",
                        resource,
                        with(properties, "StateMachineType", properties.path("Type")));
            case "Api" -> {
                put(id, SAME.get(kind), resource, properties);
                put(id + "Stage", "AWS::ApiGateway::Stage", resource, with(properties, "RestApiId", ref(id)));
            }
            case "HttpApi", "LayerVersion" -> put(id, SAME.get(kind), resource, properties);
            default -> resources.set(id, resource);
        }
    }

    private void put(String id, String type, JsonNode from, JsonNode properties) {
        ObjectNode resource = JSON.objectNode().put("Type", type);
        Optional.of(from.path("Condition"))
                .filter(JsonNode::isTextual)
                .ifPresent(condition -> resource.set("Condition", condition));
        resources.set(id, resource.set("Properties", properties));
    }

    private void function(String id, JsonNode resource, ObjectNode properties) {
        if (properties.path("Tracing").isTextual()) {
            properties.set("TracingConfig", with("Mode", properties.path("Tracing")));
        }
        put(id, "AWS::Lambda::Function", resource, properties);
        if (properties.has("ProvisionedConcurrencyConfig")) {
            put(id + "Alias", "AWS::Lambda::Alias", resource, with(properties, "FunctionName", ref(id)));
        }
        if (properties.has("FunctionUrlConfig")) {
            put(id + "Url", "AWS::Lambda::Url", resource, with("TargetFunctionArn", ref(id)));
        }
        properties.path("Events").properties().forEach(event -> event(id, event.getKey(), event.getValue(), resource));
    }

    private void event(String function, String name, JsonNode event, JsonNode resource) {
        JsonNode given = event.path("Properties");
        String id = function + name;
        switch (event.path("Type").asText()) {
            case "Api" -> {
                JsonNode api = api(given.path("RestApiId"), "ServerlessRestApi", SAME.get("Api"));
                JsonNode method = with(with("RestApiId", api), "Integration", with("Uri", ref(function)));
                put(id + "Method", "AWS::ApiGateway::Method", resource, method);
            }
            case "HttpApi" -> {
                JsonNode api = api(given.path("ApiId"), "ServerlessHttpApi", SAME.get("HttpApi"));
                JsonNode integration = with(with("ApiId", api), "IntegrationUri", ref(function));
                put(id + "Integration", "AWS::ApiGatewayV2::Integration", resource, integration);
            }
            case "Schedule" ->
                put(id, "AWS::Events::Rule", resource, rule(function, "ScheduleExpression", given, "Schedule"));
            case "EventBridgeRule", "CloudWatchEvent" ->
                put(id, "AWS::Events::Rule", resource, rule(function, "EventPattern", given, "Pattern"));
            case "ScheduleV2" -> {
                JsonNode schedule =
                        with(with("ScheduleExpression", given.path("ScheduleExpression")), "State", state(given));
                put(id, "AWS::Scheduler::Schedule", resource, with(schedule, "Target", with("Arn", ref(function))));
            }
            case "SNS" -> put(id, "AWS::SNS::Subscription", resource, with("Endpoint", ref(function)));
            case "S3" -> put(id, "Custom::S3BucketNotifications", resource, with("Function", ref(function)));
            default -> {
                JsonNode source = given.has("Queue") ? given.path("Queue") : given.path("Stream");
                JsonNode mapping = with(with("FunctionName", ref(function)), "EventSourceArn", source);
                put(id, "AWS::Lambda::EventSourceMapping", resource, mapping);
            }
        }
    }

    /** The one that is named, or the one that the transform makes for all that name none. */
    private JsonNode api(JsonNode named, String ofItsOwn, String type) {
        if (!named.isMissingNode()) {
            return named;
        }
        put(ofItsOwn, type, JSON.objectNode(), JSON.objectNode());
        return ref(ofItsOwn);
    }

    private static JsonNode rule(String function, String field, JsonNode given, String of) {
        JsonNode rule = with(with(field, given.path(of)), "State", state(given));
        return with(rule, "Targets", JSON.arrayNode().add(with("Arn", ref(function))));
    }

    /** In one word, or by the older switch. */
    private static JsonNode state(JsonNode given) {
        JsonNode enabled = given.path("Enabled");
        return enabled.isValueNode() && !enabled.asBoolean(true) ? JSON.textNode("DISABLED") : given.path("State");
    }

    private static JsonNode table(JsonNode properties) {
        return properties.has("ProvisionedThroughput")
                ? properties
                : with(properties, "BillingMode", JSON.textNode("PAY_PER_REQUEST"));
    }

    private static JsonNode with(String name, JsonNode value) {
        return with(JSON.objectNode(), name, value);
    }

    private static JsonNode with(JsonNode properties, String name, JsonNode value) {
        return value.isMissingNode()
                ? properties
                : properties.<ObjectNode>deepCopy().set(name, value);
    }

    private static ObjectNode ref(String id) {
        return JSON.objectNode().put("Ref", id);
    }
}
