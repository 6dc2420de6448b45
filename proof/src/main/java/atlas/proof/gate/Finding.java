package atlas.proof.gate;

import java.util.Comparator;

/**
 * Something a gate holds against a template.
 *
 * @param rule as the gate calls it, such as {@code CKV_AWS_18}
 * @param stack the template it is in
 * @param resource its logical id, or empty where the template as a whole is meant
 * @param text what is wrong, in one line
 * @param remedy what to do about it, in one line, or empty where the text says it or the gate does not
 */
public record Finding(String rule, String stack, String resource, String text, String remedy)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::stack)
            .thenComparing(Finding::resource)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::text)
            .thenComparing(Finding::remedy);

    public Finding {
        if (rule.isBlank() || stack.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException(
                    "a finding needs a rule, a stack and a text, got rule=%s stack=%s text=%s"
                            .formatted(rule, stack, text));
        }
        text = oneLine(text);
        remedy = oneLine(remedy);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
