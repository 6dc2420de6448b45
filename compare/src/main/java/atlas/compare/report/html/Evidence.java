package atlas.compare.report.html;

import java.util.Locale;

/** Where a number comes from; no number of the report is without. */
enum Evidence {
    /** Seen on a machine, at a time. */
    MEASURED,
    /** Follows from other numbers. */
    COMPUTED,
    /** Read in a source, and in what was given: a price, a limit, the workload. */
    CITED;

    /** As the report writes it. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
