package atlas.compare.prices;

import java.util.Locale;

/** How sure a price is. What nobody knows is not in a price book at all. */
public enum Confidence {
    /** Read from a dated copy of AWS's price list, or from test data made of it. */
    READ,
    /** Recalled from AWS's public pages, not read. */
    UNVERIFIED,
    /** Derived from a neighbouring price, as its note says. */
    ESTIMATE;

    /** As prices, bills and reports write it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A sum is as sure as its least sure part. */
    public Confidence and(Confidence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
