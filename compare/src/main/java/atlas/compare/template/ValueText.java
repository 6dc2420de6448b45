package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A value on one line, as a person would write it. What only a deployment knows reads {@code ${Table.Arn}}, and a text with
 * such a thing in it {@code arn:aws:s3:::${Bucket}/*}. Fields of an object are sorted, since their order means nothing.
 */
public final class ValueText {
    private final Function<Reference, String> names;

    /** @param names what a resource is called */
    public ValueText(Function<Reference, String> names) {
        this.names = names;
    }

    public String of(Value value) {
        return of(value.json());
    }

    private String of(JsonNode node) {
        return node.isArray() ? elements(node, ", ") : single(node);
    }

    private String single(JsonNode node) {
        Optional<Map.Entry<String, JsonNode>> call = Intrinsics.callIn(node);
        if (call.isPresent()) {
            return call(node, call.get().getKey(), call.get().getValue());
        }
        if (node.isArray()) {
            return "[" + elements(node, ", ") + "]";
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(field -> field.getKey() + ": " + single(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node.asText().replace("\n", "\\n");
    }

    private String call(JsonNode node, String name, JsonNode argument) {
        return switch (name) {
            case Intrinsics.REF -> "${" + resource(node).orElseGet(() -> single(argument)) + "}";
            case Intrinsics.GET_ATT ->
                "${%s.%s}"
                        .formatted(resource(node).orElseGet(() -> single(argument.path(0))), single(argument.path(1)));
            case "Fn::ImportValue" -> "${" + single(argument) + "}";
            case "Fn::Join" -> elements(argument.path(1), argument.path(0).asText());
            default -> "%s(%s)".formatted(name.replace("Fn::", ""), of(argument));
        };
    }

    private Optional<String> resource(JsonNode node) {
        return Intrinsics.referenceIn(node).map(names);
    }

    private String elements(JsonNode node, String separator) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(this::single)
                        .collect(Collectors.joining(separator))
                : single(node);
    }
}
