package atlas.compare.template;

import java.util.regex.Pattern;

/**
 * Where a value comes from that only a deployment makes: a resource, by its stack and its logical id.
 *
 * @param stack empty for a template that stands alone
 * @param id logical id, in a nested stack behind the nested stack's and a dot
 */
public record Reference(String stack, String id) {
    private static final char SEPARATOR = '/';
    private static final Pattern HASH = Pattern.compile("(?<=\\w)[0-9A-F]{8}([0-9a-f]{32})?$");

    static Reference parse(String name) {
        int separator = name.indexOf(SEPARATOR);
        return new Reference(name.substring(0, Math.max(separator, 0)), name.substring(separator + 1));
    }

    /** The logical id without what the CDK puts behind it: {@code Vpc8378EB38} is {@code Vpc} to a reader. */
    public String plainId() {
        return HASH.matcher(id).replaceFirst("");
    }

    /** Whether it belongs to that nested stack, or to one inside it. */
    public boolean isInside(Reference nestedStack) {
        return stack.equals(nestedStack.stack) && id.startsWith(nestedStack.id + ".");
    }

    /** As bills and reports write it. */
    @Override
    public String toString() {
        return stack.isEmpty() ? id : stack + SEPARATOR + id;
    }
}
