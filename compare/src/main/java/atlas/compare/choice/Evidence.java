package atlas.compare.choice;

import java.util.Locale;

/** What a reason rests on. */
public enum Evidence {
    /** Worked out from a template, prices and a workload. */
    COMPUTED,
    /** Read where the source says. */
    CITED;

    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
