package atlas.compare.template;

/**
 * Where a template's logical ids are at home.
 *
 * @param stack empty for a template that stands alone
 * @param within ids of the nested stacks around it, each with a dot; empty for a stack's own template
 */
record Namespace(String stack, String within) {
    static Namespace of(String stack) {
        return new Namespace(stack, "");
    }

    Reference name(String id) {
        return new Reference(stack, within + id);
    }

    /** Of the template of a nested stack. */
    Namespace inside(String id) {
        return new Namespace(stack, within + id + ".");
    }

    int depth() {
        return within.split("\\.", -1).length - 1;
    }
}
