package atlas.compare.bill;

import java.math.BigDecimal;
import java.math.MathContext;

/** How much of the week instances, tasks and databases run. The month's requests fall into those hours. */
public enum Running {
    ALWAYS("always", 168),
    /** Twelve hours from Monday to Friday: 64 % less than always. */
    OFFICE_HOURS("office-hours", 60);

    private static final int WEEK = 168;

    private final String title;
    private final int hoursAWeek;

    Running(String title, int hoursAWeek) {
        this.title = title;
        this.hoursAWeek = hoursAWeek;
    }

    /** As it is typed. */
    public String title() {
        return title;
    }

    public BigDecimal share() {
        return BigDecimal.valueOf(hoursAWeek).divide(BigDecimal.valueOf(WEEK), MathContext.DECIMAL64);
    }
}
