package atlas.compare.template;

import atlas.compare.BadInput;

/** How much a template's functions make of it. A few that repeat each other can make more than any machine holds. */
final class Growth {
    /** Twice what the largest file says in plain words. */
    private static final int MOST_CHARACTERS = 20_000_000;

    private static final int CHARACTERS_A_VALUE = 10;

    private final String template;
    private int left = MOST_CHARACTERS;

    Growth(String template) {
        this.template = template;
    }

    void byValue() {
        by(CHARACTERS_A_VALUE);
    }

    void by(int characters) {
        if (characters > left) {
            throw new BadInput("%s grows beyond all measure when its functions are worked out".formatted(template));
        }
        left -= characters;
    }
}
