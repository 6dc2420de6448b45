package atlas.compare.bill;

/** What a bill leaves out, by name. */
public record NotPriced(String resource, String type, String why) {}
