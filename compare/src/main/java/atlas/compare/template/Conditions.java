package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Conditions as far as the template decides them. One that nobody can tell beforehand is neither true nor false. */
final class Conditions {
    private static final int DEEPEST = 200;

    private final JsonNode declared;
    private final Functions functions;
    /** One that asks for itself finds itself here, and not settled. */
    private final Map<String, Optional<Boolean>> asked = new HashMap<>();

    private int depth;

    Conditions(JsonNode declared, Functions functions) {
        this.declared = declared;
        this.functions = functions;
    }

    Optional<Boolean> named(String name) {
        if (declared.has(name) && !asked.containsKey(name)) {
            asked.put(name, Optional.empty());
            asked.put(name, holds(declared.path(name)));
        }
        return asked.getOrDefault(name, Optional.empty());
    }

    private Optional<Boolean> holds(JsonNode condition) {
        if (depth == DEEPEST) {
            return Optional.empty();
        }
        depth++;
        try {
            return evaluated(condition);
        } finally {
            depth--;
        }
    }

    private Optional<Boolean> evaluated(JsonNode condition) {
        if (condition.isObject()
                && condition.size() == 1
                && condition.path("Condition").isTextual()) {
            return named(condition.path("Condition").asText());
        }
        Map.Entry<String, JsonNode> call = Intrinsics.callIn(condition).orElse(null);
        if (call == null) {
            return Optional.empty();
        }
        JsonNode argument = call.getValue();
        return switch (call.getKey()) {
            case "Fn::Equals" -> equal(functions.resolve(argument.path(0)), functions.resolve(argument.path(1)));
            case "Fn::Not" -> holds(argument.path(0)).map(holds -> !holds);
            case "Fn::And" -> combined(argument, false, (one, other) -> one && other);
            case "Fn::Or" -> combined(argument, true, (one, other) -> one || other);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> equal(JsonNode one, JsonNode other) {
        return one.isValueNode() && other.isValueNode()
                ? Optional.of(one.asText().equals(other.asText()))
                : Optional.empty();
    }

    /** One side may settle it alone: a false among ands, a true among ors. */
    private Optional<Boolean> combined(JsonNode parts, boolean settles, BinaryOperator<Boolean> operator) {
        List<Optional<Boolean>> sides = new ArrayList<>();
        parts.forEach(part -> sides.add(holds(part)));
        if (sides.contains(Optional.of(settles))) {
            return Optional.of(settles);
        }
        return sides.contains(Optional.<Boolean>empty())
                ? Optional.empty()
                : sides.stream().map(Optional::get).reduce(operator);
    }
}
