package atlas.compare.choice;

/**
 * Why an option stands where it stands.
 *
 * @param rule what it is about, in a word
 * @param kept whether it speaks for the option
 * @param text with the number in it, where it has one
 * @param source where it was read, or what it was computed from
 */
public record Reason(Level level, String rule, boolean kept, String text, Evidence evidence, String source) {
    static Reason computed(Level level, String rule, boolean kept, String text, String from) {
        return new Reason(level, rule, kept, text, Evidence.COMPUTED, from);
    }
}
