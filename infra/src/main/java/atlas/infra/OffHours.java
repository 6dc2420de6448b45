package atlas.infra;

/**
 * What happens to servers when nobody is in the office: from 20:00 to 06:00 UTC, and from Friday 20:00 to Monday 06:00.
 * That is 98 of a week's 168 hours.
 */
public enum OffHours {
    /** Nothing: they run as ever. */
    RUN,
    /** Never more than the minimum, whatever the load: a forgotten sandbox cannot grow overnight. */
    SHRINK,
    /** None at all, so 58 % of the week is not paid. The option answers 503 until the morning. */
    STOP;

    /** At minute 0 of this hour (UTC), Monday to Friday, off-hours begin. */
    public static final int EVENING = 20;

    /** At minute 0 of this hour (UTC), Monday to Friday, they end. */
    public static final int MORNING = 6;

    public static final String WORKDAYS = "MON-FRI";

    /** How many units run in off-hours, as fewest and as most. */
    public int units(int minUnits) {
        return this == STOP ? 0 : minUnits;
    }
}
