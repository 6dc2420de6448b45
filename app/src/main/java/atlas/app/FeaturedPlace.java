package atlas.app;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A place worth a poster. There is one for every hour, and whoever asks for an hour again is told the same one.
 *
 * @param title what it is called, for people
 */
public record FeaturedPlace(String title, Poster poster) {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HH'Z'").withZone(ZoneOffset.UTC);

    /** Those that the map page offers, too. */
    static final List<FeaturedPlace> ALL = List.of(
            inTile("The whole set", 0, 0, 0, 256),
            inTile("Lightning", 8, 117, 61, 400),
            inTile("Stars on a string", 8, 92, 86, 500),
            inTile("Octopus", 10, 304, 460, 700),
            inTile("Seahorse's tail", 11, 642, 966, 800),
            inTile("Maelstrom", 12, 1268, 2134, 1000),
            inTile("Lacework", 16, 20584, 30608, 2000),
            inTile("An island, 18 zooms down", 18, 82336, 122432, 3000));

    /**
     * The place of the hour in which {@code time} lies.
     *
     * @throws InvalidInput if {@code time} lies before 1970 or after 9998
     */
    public static FeaturedPlace at(Instant time) {
        return ALL.get(Math.toIntExact(hour(time) % ALL.size()));
    }

    /**
     * Names the job of the hour in which {@code time} lies, such as {@code featured-20261122T05Z}.
     *
     * @throws InvalidInput if {@code time} lies before 1970 or after 9998
     */
    public static String jobId(Instant time) {
        hour(time);
        return "featured-" + HOUR.format(time);
    }

    private static long hour(Instant time) {
        if (time.isBefore(FIRST) || !time.isBefore(END)) {
            throw new InvalidInput("time", "time must be in the years 1970 to 9998, got " + time);
        }
        return FIRST.until(time, ChronoUnit.HOURS);
    }

    /** What one tile shows, drawn with four tiles a side: 1024 pixels. */
    private static FeaturedPlace inTile(String title, int zoom, int x, int y, int iterations) {
        return new FeaturedPlace(title, new Poster(zoom + 2, 4 * x, 4 * y, 4, 4, iterations));
    }
}
