package atlas.compare.bill;

/**
 * What costs something once it is used in a way that no workload here describes, and nothing until then.
 *
 * @param usage such as {@code gigabytes stored, requests}
 */
public record NeedsUsage(String resource, String type, String usage) {}
