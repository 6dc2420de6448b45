package atlas.functions;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The jobs table as far as the handlers use it: a row is put once, claimed once, finished by who holds it. That DynamoDB
 * reads the app's conditions in this way is tested on DynamoDB Local, with the adapters.
 */
final class LoopbackTable {
    private static final String ROW = """
            {"id":{"S":"%s"},"zoom":{"N":"1"},"x":{"N":"0"},"y":{"N":"0"},"columns":{"N":"1"},"rows":{"N":"1"},\
            "iterations":{"N":"9"},"state":{"S":"%s"},"attempt":{"N":"0"},"createdAt":{"N":"1795317008"},\
            "leaseEnd":{"N":"0"},"reason":{"S":""}}""";

    /** @param json the body of DynamoDB's answer */
    record Answer(int status, String json) {}

    private final Map<String, Map<String, Object>> rows = new ConcurrentHashMap<>();

    /** A row of a small poster, as an order leaves it, or a worker. */
    void add(String id, String state) throws IOException {
        rows.put(id, JSON.std.mapFrom(ROW.formatted(id, state)));
    }

    Answer answer(String call, String request) throws IOException {
        Map<String, Object> json = JSON.std.mapFrom(request);
        return switch (call) {
            case "PutItem" -> put(EventSample.object(json, "Item"));
            case "GetItem" -> get(text(EventSample.object(json, "Key"), "id"));
            case "UpdateItem" -> update(json);
            default -> throw new IllegalArgumentException("the handlers never call " + call);
        };
    }

    private Answer put(Map<String, Object> item) throws IOException {
        Map<String, Object> there = rows.putIfAbsent(text(item, "id"), item);
        return there == null ? new Answer(200, "{}") : refusal(there);
    }

    private Answer get(String id) throws IOException {
        return new Answer(200, rows.containsKey(id) ? JSON.std.asString(Map.of("Item", rows.get(id))) : "{}");
    }

    private Answer update(Map<String, Object> json) throws IOException {
        Map<String, Object> values = EventSample.object(json, "ExpressionAttributeValues");
        String id = text(EventSample.object(json, "Key"), "id");
        Map<String, Object> row = rows.getOrDefault(id, Map.of());
        boolean claims = values.containsKey(":claim");
        if (!text(row, "state").equals(claims ? "QUEUED" : "RUNNING")) {
            return refusal(row);
        }
        Map<String, Object> changed = new LinkedHashMap<>(row);
        changed.put("state", values.get(claims ? ":running" : ":ended"));
        if (claims) {
            changed.put("attempt", Map.of("N", "1"));
        }
        rows.put(id, changed);
        return new Answer(200, JSON.std.asString(Map.of("Attributes", changed)));
    }

    private static Answer refusal(Map<String, Object> row) throws IOException {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("__type", "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException");
        error.put("message", "The conditional request failed");
        if (!row.isEmpty()) {
            error.put("Item", row);
        }
        return new Answer(400, JSON.std.asString(error));
    }

    private static String text(Map<String, Object> item, String attribute) {
        return Optional.ofNullable(item.get(attribute))
                .map(value -> ((Map<?, ?>) value).get("S"))
                .map(Object::toString)
                .orElse("");
    }
}
