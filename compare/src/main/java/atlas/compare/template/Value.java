package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A value in a template after everything that the template decides was put in. What only a deployment knows is left as the
 * function it is, and so is neither text nor number.
 */
public final class Value {
    /** Where nothing is written. */
    public static final Value NONE = new Value(MissingNode.getInstance());

    /** Beyond these it is no count, no size and no price of anything. */
    private static final int DIGITS = 18;

    private static final int DECIMALS = 9;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,%d}(\\.\\d{1,%d})?".formatted(DIGITS, DECIMALS));
    private static final int SHOWN = 60;

    private final JsonNode node;
    /** For messages. */
    private final String name;

    Value(JsonNode node) {
        this(node, "value");
    }

    private Value(JsonNode node, String name) {
        this.node = node;
        this.name = name;
    }

    /** A field's value, one a name from outside to inside; absent when there is none on the way. */
    public Value at(String... names) {
        JsonNode inner = node;
        for (String step : names) {
            inner = inner.path(step);
        }
        return new Value(inner, names.length == 0 ? name : names[names.length - 1]);
    }

    public boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** Elements of a list; empty when it is none. */
    public List<Value> items() {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(element -> new Value(element, name))
                        .toList()
                : List.of();
    }

    /**
     * Elements of a list; none where nothing is written.
     *
     * @throws LeftOpen where something else is
     */
    public List<Value> list() {
        if (isPresent() && !node.isArray()) {
            throw open("which only a deployment knows");
        }
        return items();
    }

    /** Fields of an object by name; empty when it is none. */
    public List<Map.Entry<String, Value>> fields() {
        return node.properties().stream()
                .map(field -> Map.entry(field.getKey(), new Value(field.getValue(), field.getKey())))
                .toList();
    }

    /** What is written there, if the template decides it. */
    public Optional<String> text() {
        return node.isValueNode() && isPresent() ? Optional.of(node.asText()) : Optional.empty();
    }

    /** Numbers may be written as texts. */
    public Optional<BigDecimal> number() {
        if (node.isNumber()) {
            return Optional.of(node.decimalValue())
                    .filter(number -> number.scale() <= DECIMALS && number.precision() - number.scale() <= DIGITS);
        }
        return text().map(String::strip)
                .filter(text -> NUMBER.matcher(text).matches())
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

    /**
     * What is written there, or the default of AWS where nothing is.
     *
     * @throws LeftOpen where it is left to the deployment
     */
    public String textOr(String otherwise) {
        return isPresent() ? text().orElseThrow(() -> open("which only a deployment knows")) : otherwise;
    }

    /**
     * A quantity, or the default of AWS where nothing is written.
     *
     * @throws LeftOpen where it is left to the deployment, or is no number from 0 on
     */
    public BigDecimal numberOr(BigDecimal otherwise) {
        textOr("");
        return isPresent()
                ? number().filter(number -> number.signum() >= 0).orElseThrow(() -> open("which is no quantity"))
                : otherwise;
    }

    /**
     * A count, or the default of AWS where nothing is written.
     *
     * @throws LeftOpen where it is left to the deployment, or is no whole number from 0 to a million
     */
    public int wholeOr(int otherwise) {
        BigDecimal number = numberOr(BigDecimal.valueOf(otherwise));
        if (number.compareTo(BigDecimal.valueOf(1_000_000)) > 0
                || number.stripTrailingZeros().scale() > 0) {
            throw open("which is no count");
        }
        return number.intValueExact();
    }

    /**
     * The same of what cannot be nothing.
     *
     * @throws LeftOpen where it is 0, too
     */
    public int someOr(int otherwise) {
        int number = wholeOr(otherwise);
        if (number == 0) {
            throw open("which is none");
        }
        return number;
    }

    /**
     * Yes or no, or the default of AWS where nothing is written.
     *
     * @throws LeftOpen where it is left to the deployment
     */
    public boolean isTrueOr(boolean otherwise) {
        return Boolean.parseBoolean(textOr(Boolean.toString(otherwise)));
    }

    private LeftOpen open(String why) {
        String written = toString().replaceAll("\\s+", " ");
        return new LeftOpen("its %s is %s, %s"
                .formatted(name, written.length() > SHOWN ? written.substring(0, SHOWN - 1) + "…" : written, why));
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
