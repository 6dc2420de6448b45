package atlas.infra;

/** What it takes to deploy an option. Every tier is synthesized, tested and compared. */
public enum Tier {
    /** A fresh sandbox account can deploy it. */
    DEPLOY("deploy");

    private final String title;

    Tier(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
