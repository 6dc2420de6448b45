package atlas.compare.prices.list;

/**
 * A file of the AWS Price List: what one service, or one kind of Savings Plans, costs.
 *
 * @param code AWS's name for it, such as {@code AWSELB}
 * @param region it is about; empty for a service of the whole world
 */
public record Offer(String code, String region) {

    boolean isSavingsPlan() {
        return code.endsWith("SavingsPlan");
    }

    /** Below the host, and below a folder that holds such files: where the newest version is. */
    String path() {
        return pathOf("current");
    }

    /** Below the host: where this version stays. */
    String pathOf(String version) {
        return "%s/v1.0/aws/%s/%s/%sindex.csv"
                .formatted(
                        isSavingsPlan() ? "savingsPlan" : "offers",
                        code,
                        version,
                        region.isEmpty() ? "" : region + "/");
    }

    /** AWS publishes no current file of a Savings Plan, but a list of its files by region. */
    String regionIndexPath() {
        return "savingsPlan/v1.0/aws/%s/current/region_index.json".formatted(code);
    }
}
