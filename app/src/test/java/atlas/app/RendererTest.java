package atlas.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of the map: however it is cut, it is one picture. */
class RendererTest {
    @Provide
    Arbitrary<Tile> tiles() {
        return Arbitraries.oneOf(Places.tiles(29), Places.edgeTiles(29));
    }

    @Provide
    Arbitrary<Poster> posters() {
        return Places.posters();
    }

    @Property(tries = 60)
    void aTileIsEverySecondPixelOfItsFourChildren(@ForAll("tiles") Tile tile) {
        Raster parent = Renderer.draw(tile);
        for (int quarter = 0; quarter < 4; quarter++) {
            int right = quarter & 1;
            int below = quarter >> 1;
            Raster child = Renderer.draw(
                    new Tile(tile.zoom() + 1, 2 * tile.x() + right, 2 * tile.y() + below, tile.iterations()));
            for (int i = 0; i < Tile.SIZE * Tile.SIZE / 4; i++) {
                int column = i % (Tile.SIZE / 2);
                int row = i / (Tile.SIZE / 2);
                assertEquals(
                        child.at(2 * column, 2 * row),
                        parent.at(column + right * Tile.SIZE / 2, row + below * Tile.SIZE / 2));
            }
        }
    }

    @Property(tries = 60)
    void aPosterIsItsTiles(@ForAll("posters") Poster poster) {
        Raster whole = Renderer.draw(poster);
        assertEquals(poster.columns() * Tile.SIZE, whole.width());
        assertEquals(poster.rows() * Tile.SIZE, whole.height());
        for (int tile = 0; tile < poster.columns() * poster.rows(); tile++) {
            int column = tile % poster.columns();
            int row = tile / poster.columns();
            Raster part =
                    Renderer.draw(new Tile(poster.zoom(), poster.x() + column, poster.y() + row, poster.iterations()));
            for (int i = 0; i < Tile.SIZE * Tile.SIZE; i++) {
                int x = i % Tile.SIZE;
                int y = i / Tile.SIZE;
                assertEquals(part.at(x, y), whole.at(column * Tile.SIZE + x, row * Tile.SIZE + y));
            }
        }
    }

    @Property(tries = 60)
    void shardsJoinedAreThePoster(@ForAll("posters") Poster poster, @ForAll @IntRange(min = 1, max = 256) int count) {
        var joined = new ByteArrayOutputStream();
        for (int index = 0; index < count; index++) {
            Shard shard = new Shard(poster, index, count);
            Raster band = Renderer.draw(shard);
            assertEquals(poster.columns() * Tile.SIZE, band.width());
            assertEquals(joined.size() / band.width(), shard.firstRow());
            assertEquals(shard.rows(), band.height());
            joined.writeBytes(band.pixels());
        }
        assertArrayEquals(Renderer.draw(poster).pixels(), joined.toByteArray());
    }

    @Property(tries = 60)
    void theMapIsItsOwnMirrorImageBelowTheRealAxis(@ForAll("tiles") Tile tile) {
        int mirroredY = (1 << tile.zoom()) - 1 - tile.y();
        Raster above = Renderer.draw(tile);
        Raster below = Renderer.draw(new Tile(tile.zoom(), tile.x(), mirroredY, tile.iterations()));
        for (int row = 1; row < Tile.SIZE; row++) {
            for (int column = 0; column < Tile.SIZE; column++) {
                assertEquals(above.at(column, row), below.at(column, Tile.SIZE - row));
            }
        }
    }

    @Property(tries = 60)
    void moreIterationsChangeOnlyPixelsThatHadNotEscaped(
            @ForAll("tiles") Tile tile, @ForAll @IntRange(min = 1, max = 200) int more) {
        Raster few = Renderer.draw(tile);
        Raster many = Renderer.draw(new Tile(tile.zoom(), tile.x(), tile.y(), tile.iterations() + more));
        for (int i = 0; i < few.pixels().length; i++) {
            if (few.pixels()[i] != Palette.INSIDE) {
                assertEquals(few.pixels()[i], many.pixels()[i]);
            }
        }
    }

    /** The definition, with no shortcut: what is inside stays near for as long as one looks. */
    @Property(tries = 60)
    void aPixelIsInsideExactlyWhenItsPointStaysNear(@ForAll("tiles") Tile tile) {
        Raster raster = Renderer.draw(tile);
        double pixel = 4 / (256 * Math.pow(2, tile.zoom()));
        for (int row = 0; row < Tile.SIZE; row++) {
            double im = 2 - (tile.y() * 256.0 + row) * pixel;
            for (int column = 0; column < Tile.SIZE; column++) {
                double re = -2 + (tile.x() * 256.0 + column) * pixel;
                assertEquals(staysNear(re, im, tile.iterations()), raster.at(column, row) == Palette.INSIDE);
            }
        }
    }

    private static boolean staysNear(double re, double im, int iterations) {
        double x = 0;
        double y = 0;
        for (int step = 0; step < iterations; step++) {
            double nextX = x * x - y * y + re;
            y = 2 * x * y + im;
            x = nextX;
            if (x * x + y * y > 65536) {
                return false;
            }
        }
        return true;
    }
}
