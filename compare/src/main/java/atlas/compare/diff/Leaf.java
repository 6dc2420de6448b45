package atlas.compare.diff;

import atlas.compare.template.ValueText;

/** A value with nothing inside, or a whole statement: what is compared as one. */
interface Leaf {
    /** In one line. */
    String in(ValueText writing);
}
