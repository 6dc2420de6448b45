package atlas.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OffHoursTest {
    @Test
    void keepTheMinimumUnlessTheyStop() {
        assertEquals(3, OffHours.RUN.units(3));
        assertEquals(3, OffHours.SHRINK.units(3));
        assertEquals(0, OffHours.STOP.units(3));
    }

    /** What the Javadoc and the documents promise. */
    @Test
    void areMostOfAWeek() {
        int nights = 4 * (24 - OffHours.EVENING + OffHours.MORNING);
        int weekend = 24 - OffHours.EVENING + 48 + OffHours.MORNING;

        assertEquals(98, nights + weekend);
        assertEquals(58, Math.round((nights + weekend) * 100.0 / (7 * 24)));
    }
}
