package atlas.compare.inventory;

import atlas.compare.template.Value;
import atlas.compare.template.ValueText;
import java.util.List;
import java.util.stream.Stream;

/** One statement of a policy, whether an identity has it or a resource. */
public final class Statement {
    private static final String ALL = "*";

    private final Value statement;

    private Statement(Value statement) {
        this.statement = statement;
    }

    /** Those of a policy document, which may have one that stands alone; none if it is no such document. */
    public static List<Statement> in(Value document) {
        return listed(document.at("Statement"))
                .filter(Value::isPresent)
                .map(Statement::new)
                .toList();
    }

    boolean allows() {
        return statement.at("Effect").is("Allow");
    }

    /** All actions there are, all of a service, or all but some. */
    boolean isOnAnyAction() {
        return statement.at("NotAction").isPresent()
                || texts("Action").anyMatch(action -> action.equals(ALL) || action.endsWith(":" + ALL));
    }

    /** Every resource, or all but some. */
    boolean isOnAnyResource() {
        return statement.at("NotResource").isPresent() || texts("Resource").anyMatch(ALL::equals);
    }

    /** Everybody in the world, unless a condition tells them apart. */
    boolean isForAnyone() {
        Value principal = statement.at("Principal");
        return statement.at("NotPrincipal").isPresent()
                || principal.is(ALL)
                || listed(principal.at("AWS")).anyMatch(name -> name.is(ALL));
    }

    boolean isConditional() {
        return statement.at("Condition").isPresent();
    }

    Stream<String> actions() {
        return texts("Action");
    }

    /** Who may do it, each as {@code Service lambda.amazonaws.com}. */
    Stream<String> principals(ValueText text) {
        Value principal = statement.at("Principal");
        return principal.fields().isEmpty()
                ? Stream.of(text.of(principal)).filter(name -> !name.isEmpty())
                : principal.fields().stream()
                        .flatMap(kind -> listed(kind.getValue()).map(name -> kind.getKey() + " " + text.of(name)));
    }

    /** In one line: {@code Allow s3:GetObject on arn:aws:s3:::${Bucket}/*}. */
    public String text(ValueText text) {
        StringBuilder line = new StringBuilder(text.of(statement.at("Effect")));
        append(line, " ", statement.at("Action"), text);
        append(line, " all but ", statement.at("NotAction"), text);
        append(line, " on ", statement.at("Resource"), text);
        append(line, " on all but ", statement.at("NotResource"), text);
        String principals = String.join(", ", principals(text).toList());
        if (!principals.isEmpty()) {
            line.append(" to ").append(principals);
        }
        append(line, " to all but ", statement.at("NotPrincipal"), text);
        append(line, " if ", statement.at("Condition"), text);
        return line.toString();
    }

    private static void append(StringBuilder line, String before, Value value, ValueText text) {
        if (value.isPresent()) {
            line.append(before).append(text.of(value));
        }
    }

    private Stream<String> texts(String field) {
        return listed(statement.at(field)).flatMap(value -> value.text().stream());
    }

    private static Stream<Value> listed(Value value) {
        return value.json().isArray() ? value.items().stream() : Stream.of(value);
    }
}
