package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A value in a template after everything that the template decides was put in. What only a deployment knows is left as the
 * function it is, and so is neither text nor number.
 */
public final class Value {
    /** Where nothing is written. */
    public static final Value NONE = new Value(MissingNode.getInstance());

    private final JsonNode node;

    Value(JsonNode node) {
        this.node = node;
    }

    /** A field's value, one a name from outside to inside; absent when there is none on the way. */
    public Value at(String... names) {
        JsonNode inner = node;
        for (String name : names) {
            inner = inner.path(name);
        }
        return new Value(inner);
    }

    public boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** Elements of a list; empty when it is none. */
    public List<Value> items() {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(Value::new)
                        .toList()
                : List.of();
    }

    /** Fields of an object by name; empty when it is none. */
    public List<Map.Entry<String, Value>> fields() {
        return node.properties().stream()
                .map(field -> Map.entry(field.getKey(), new Value(field.getValue())))
                .toList();
    }

    /** What is written there, if the template decides it. */
    public Optional<String> text() {
        return node.isValueNode() && isPresent() ? Optional.of(node.asText()) : Optional.empty();
    }

    /** Numbers may be written as texts. */
    public Optional<BigDecimal> number() {
        if (node.isNumber()) {
            return Optional.of(node.decimalValue());
        }
        return text().map(String::strip)
                .filter(text -> text.matches("-?\\d{1,18}(\\.\\d{1,9})?"))
                .map(BigDecimal::new);
    }

    public Optional<Integer> whole() {
        return number().filter(number -> number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
                .map(BigDecimal::intValue);
    }

    public boolean isTrue() {
        return text().map("true"::equalsIgnoreCase).orElse(false);
    }

    public boolean is(String text) {
        return text().map(text::equals).orElse(false);
    }

    /** Whether only a deployment knows what is written there. */
    public boolean isFunction() {
        return Intrinsics.callIn(node).isPresent();
    }

    /** The resource that makes this value, if it is made by one and nothing else. */
    public Optional<Reference> reference() {
        return Intrinsics.referenceIn(node);
    }

    /** Every resource that this value is made of, at any depth, in the order of the text. */
    public List<Reference> references() {
        List<Reference> found = new ArrayList<>();
        collect(node, found);
        return found;
    }

    private static void collect(JsonNode node, List<Reference> found) {
        Intrinsics.referenceIn(node).ifPresentOrElse(found::add, () -> node.forEach(inner -> collect(inner, found)));
    }

    public JsonNode json() {
        return node;
    }

    @Override
    public String toString() {
        return text().orElseGet(node::toString);
    }
}
