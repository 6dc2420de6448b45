package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.app.ObjectStore;
import atlas.app.Poster;
import atlas.app.Renderer;
import atlas.app.Shard;
import atlas.app.local.FolderObjectStore;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
    private static final Poster POSTER = new Poster(3, 2, 2, 3, 2, 100);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 7})
    void storesShardsThatJoinedAreThePoster(int count) throws IOException {
        ObjectStore objects = new FolderObjectStore(folder);
        int[] joined = IntStream.range(0, count)
                .mapToObj(index -> Batch.store(new Shard(POSTER, index, count), objects))
                .map(key -> objects.get(key).orElseThrow())
                .flatMapToInt(png -> IntStream.of(pixels(png)))
                .toArray();
        assertArrayEquals(pixels(Renderer.png(POSTER)), joined);
    }

    @Test
    void namesAShardAfterThePosterAndItsPlace() {
        assertEquals(
                "posters/z3-x2-y2-3x2-i100/shard-1-of-5.png",
                Batch.store(new Shard(POSTER, 1, 5), new FolderObjectStore(folder)));
    }

    private static int[] pixels(byte[] png) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
