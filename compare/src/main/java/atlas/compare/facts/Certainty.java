package atlas.compare.facts;

import java.util.Arrays;
import java.util.Optional;

/** How sure a fact is. */
public enum Certainty {
    /** Read in a dated copy of AWS's documentation, or quoted from it word by word with its address; or in our own files. */
    READ("read"),
    /** Recalled from AWS's public pages, or read in somebody else's words only. Check it before you rely on it. */
    UNVERIFIED("unverified"),
    /** Looked for where the source says, and not found. */
    NOT_KNOWN("not known");

    private final String title;

    Certainty(String title) {
        this.title = title;
    }

    /** As the files and the tables write it. */
    public String title() {
        return title;
    }

    static Optional<Certainty> titled(String title) {
        return Arrays.stream(values())
                .filter(certainty -> certainty.title.equals(title))
                .findFirst();
    }
}
