package atlas.compare.facts;

import java.util.Locale;

/** What facts are about. */
public record Subject(String id, String title, Kind kind) {
    /** What it is to this project. */
    public enum Kind {
        /** One of those that can be deployed from here. */
        OPTION,
        /** What runs apps in AWS as well, and is compared with an option. */
        NEIGHBOUR,
        /** What something is in general. */
        CONCEPT;

        /** As the files write it. */
        String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
