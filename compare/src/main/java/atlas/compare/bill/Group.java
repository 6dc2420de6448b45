package atlas.compare.bill;

/** Why a line is on a bill. Each line is in one group, so the groups add up to the total. */
public enum Group {
    /** Costs the same when nobody asks. */
    ALWAYS_ON("alwaysOn", "always on"),
    /** Grows with the requests. */
    PER_REQUEST("perRequest", "per request"),
    /** Addresses, NAT, logs, traffic, cold starts: seldom in anybody's estimate. */
    OFTEN_FORGOTTEN("oftenForgotten", "often forgotten");

    private final String key;
    private final String title;

    Group(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** In JSON. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }
}
