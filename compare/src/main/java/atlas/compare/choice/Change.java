package atlas.compare.choice;

/**
 * What would put another option first.
 *
 * @param when what would have to be otherwise
 * @param then what would come of it
 */
public record Change(String when, String then) {}
