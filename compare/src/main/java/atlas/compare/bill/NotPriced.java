package atlas.compare.bill;

/**
 * What a bill leaves out, by name.
 *
 * @param alwaysOn whether it costs something when nobody asks, or may do so
 */
public record NotPriced(String resource, String type, String why, boolean alwaysOn) {}
