package atlas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiles, posters and shards refuse what does not exist. */
class InvalidInputTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1 | 0          | 0  | 1    | zoom       | zoom must be 0 to 30, got -1
            31 | 0          | 0  | 1    | zoom       | zoom must be 0 to 30, got 31
            0  | 1          | 0  | 1    | x          | x must be 0 to 0, got 1
            3  | -1         | 0  | 1    | x          | x must be 0 to 7, got -1
            3  | 8          | 0  | 1    | x          | x must be 0 to 7, got 8
            30 | 1073741824 | 0  | 1    | x          | x must be 0 to 1073741823, got 1073741824
            3  | 0          | 8  | 1    | y          | y must be 0 to 7, got 8
            3  | 0          | -8 | 1    | y          | y must be 0 to 7, got -8
            3  | 0          | 0  | 0    | iterations | iterations must be 1 to 5000, got 0
            3  | 0          | 0  | 5001 | iterations | iterations must be 1 to 5000, got 5001
            """)
    void refusesATileOffTheMap(int zoom, int x, int y, int iterations, String field, String message) {
        assertRefused(field, message, () -> new Tile(zoom, x, y, iterations));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31 | 0 | 0 | 1 | 1 | 1    | zoom       | zoom must be 0 to 30, got 31
            4  | 0 | 0 | 0 | 1 | 1    | columns    | columns must be 1 to 8, got 0
            4  | 0 | 0 | 9 | 1 | 1    | columns    | columns must be 1 to 8, got 9
            2  | 1 | 0 | 4 | 1 | 1    | columns    | columns must be 1 to 3, got 4
            4  | 0 | 0 | 1 | 9 | 1    | rows       | rows must be 1 to 8, got 9
            2  | 0 | 3 | 1 | 2 | 1    | rows       | rows must be 1 to 1, got 2
            4  | 0 | 0 | 8 | 8 | 1001 | iterations | iterations must be 1 to 1000 for a poster of 64 tiles, got 1001
            4  | 0 | 0 | 3 | 7 | 5000 | iterations | iterations must be 1 to 3047 for a poster of 21 tiles, got 5000
            4  | 0 | 0 | 8 | 8 | 5001 | iterations | iterations must be 1 to 5000, got 5001
            """)
    void refusesAPosterThatIsTooLarge(
            int zoom, int x, int y, int columns, int rows, int iterations, String field, String message) {
        assertRefused(field, message, () -> new Poster(zoom, x, y, columns, rows, iterations));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0  | 0   | shards | shards must be 1 to 512, got 0
            0  | 513 | shards | shards must be 1 to 512, got 513
            -1 | 3   | shard  | shard must be 0 to 2, got -1
            3  | 3   | shard  | shard must be 0 to 2, got 3
            """)
    void refusesAShardThatIsNotOne(int index, int count, String field, String message) {
        assertRefused(field, message, () -> new Shard(new Poster(4, 0, 0, 1, 2, 50), index, count));
    }

    /** Every zoom, coordinate and iteration count either makes a tile of these values or names the first that is wrong. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void acceptsATileExactlyWhenEachValueIsInRange(
            @ForAll @IntRange(min = -2, max = 33) int zoom, @ForAll int x, @ForAll int y, @ForAll int iterations) {
        String wrong = firstWrong(zoom, x, y, iterations);
        if (wrong.isEmpty()) {
            assertEquals(zoom, new Tile(zoom, x, y, iterations).zoom());
        } else {
            assertEquals(
                    wrong,
                    assertThrows(InvalidInput.class, () -> new Tile(zoom, x, y, iterations))
                            .field());
        }
    }

    private static String firstWrong(int zoom, int x, int y, int iterations) {
        if (zoom < 0 || zoom > 30) {
            return "zoom";
        }
        double side = Math.pow(2, zoom);
        if (x < 0 || x >= side) {
            return "x";
        }
        if (y < 0 || y >= side) {
            return "y";
        }
        return iterations < 1 || iterations > 5000 ? "iterations" : "";
    }

    private static void assertRefused(String field, String message, Executable making) {
        InvalidInput refused = assertThrows(InvalidInput.class, making);
        assertEquals(message, refused.getMessage());
        assertEquals(field, refused.field());
    }
}
