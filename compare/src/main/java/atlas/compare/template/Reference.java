package atlas.compare.template;

/**
 * Where a value comes from that only a deployment makes: a resource, by its stack and its logical id.
 *
 * @param stack empty for a template that stands alone
 */
public record Reference(String stack, String id) {
    private static final char SEPARATOR = '/';

    static Reference parse(String name) {
        int separator = name.indexOf(SEPARATOR);
        return new Reference(name.substring(0, Math.max(separator, 0)), name.substring(separator + 1));
    }

    /** As bills and reports write it. */
    @Override
    public String toString() {
        return stack.isEmpty() ? id : stack + SEPARATOR + id;
    }
}
