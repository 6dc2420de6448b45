package atlas.compare.bill;

/** How capacity is bought. A commitment covers what is always on; what comes on top of it is bought as the template says. */
public enum PurchaseModel {
    /** On-Demand and Spot as the template mixes them. */
    AS_WRITTEN("as-written"),
    ON_DEMAND("on-demand"),
    SPOT("spot"),
    RESERVED_1Y("reserved-1y"),
    RESERVED_3Y("reserved-3y"),
    SAVINGS_PLAN_1Y("savings-plan-1y"),
    SAVINGS_PLAN_3Y("savings-plan-3y"),
    /** Instances on hardware that no other account shares. */
    DEDICATED_INSTANCE("dedicated-instance"),
    /** A whole machine, paid by itself whatever runs on it. */
    DEDICATED_HOST("dedicated-host");

    private final String title;

    PurchaseModel(String title) {
        this.title = title;
    }

    /** As it is typed. */
    public String title() {
        return title;
    }
}
