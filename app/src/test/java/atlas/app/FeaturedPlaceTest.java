package atlas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeaturedPlaceTest {
    private static final Instant FIVE = Instant.parse("2026-11-22T05:00:00Z");
    private static final Pattern ON_THE_PAGE =
            Pattern.compile("\\{ name: \"([^\"]+)\", z: (\\d+), x: (\\d+), y: (\\d+), iterations: (\\d+) \\}");

    @Property(tries = 200)
    void isTheSameThroughoutAnHour(
            @ForAll @LongRange(max = 5_000_000) long hour, @ForAll @IntRange(max = 3_599_999) int millis) {
        Instant begin = Instant.EPOCH.plus(Duration.ofHours(hour));
        Instant within = begin.plusMillis(millis);

        assertEquals(FeaturedPlace.at(begin), FeaturedPlace.at(within));
        assertEquals(FeaturedPlace.jobId(begin), FeaturedPlace.jobId(within));
    }

    @Test
    void isEachInItsTurn() {
        assertEquals(
                FeaturedPlace.ALL,
                IntStream.range(0, 8)
                        .mapToObj(hour -> FeaturedPlace.at(Instant.EPOCH.plus(Duration.ofHours(hour))))
                        .toList());
        assertEquals(FeaturedPlace.ALL.get(0), FeaturedPlace.at(Instant.EPOCH.plus(Duration.ofHours(8))));
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z,     featured-19700101T00Z",
        "2026-11-22T05:59:59.999Z, featured-20261122T05Z",
        "9998-12-31T23:30:00Z,     featured-99981231T23Z",
    })
    void namesTheJobByItsHour(Instant time, String id) {
        assertEquals(id, FeaturedPlace.jobId(time));
        assertEquals(true, JobIds.isId(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59Z",
                "9999-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void refusesATimeThatHasNoPlainYear(String time) {
        Instant unfit = Instant.parse(time);
        var refused = assertThrows(InvalidInput.class, () -> FeaturedPlace.at(unfit));
        assertEquals("time must be in the years 1970 to 9998, got " + unfit, refused.getMessage());
        assertEquals(
                refused.getMessage(),
                assertThrows(InvalidInput.class, () -> FeaturedPlace.jobId(unfit))
                        .getMessage());
    }

    /** Who likes a place on the map finds it here, and the other way round. */
    @Test
    void isAPlaceOnTheMapPage() throws IOException {
        String page = Files.readString(Path.of("page", "places.js"));
        List<FeaturedPlace> onThePage = ON_THE_PAGE
                .matcher(page)
                .results()
                .map(FeaturedPlaceTest::place)
                .toList();

        assertEquals(onThePage, FeaturedPlace.ALL);
        assertEquals(new Poster(2, 0, 0, 4, 4, 256), FeaturedPlace.ALL.get(0).poster());
    }

    @Test
    void changesWithTheHour() {
        assertEquals(false, FeaturedPlace.at(FIVE).equals(FeaturedPlace.at(FIVE.plus(Duration.ofHours(1)))));
    }

    private static FeaturedPlace place(MatchResult place) {
        int[] numbers = IntStream.rangeClosed(2, 5)
                .map(group -> Integer.parseInt(place.group(group)))
                .toArray();
        return new FeaturedPlace(
                place.group(1), new Poster(numbers[0] + 2, 4 * numbers[1], 4 * numbers[2], 4, 4, numbers[3]));
    }
}
