package atlas.containers;

import atlas.app.ObjectStore;
import atlas.app.Poster;
import atlas.app.Renderer;
import atlas.app.Shard;

/**
 * The app as a batch program: renders one shard of a poster and stores it. AWS Batch starts an array job as many times,
 * each with its own index; one that is started again writes the same image to the same key.
 */
public final class Batch {
    private Batch() {}

    public static void main(String[] args) {
        try {
            BatchSettings settings = BatchSettings.from(new Environment(System::getenv));
            System.out.println(
                    "stored " + store(settings.shard(), settings.objects().get()));
        } catch (BadSetting e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** Returns the key of the stored image. */
    static String store(Shard shard, ObjectStore objects) {
        String key = key(shard);
        objects.put(key, Renderer.png(shard), "image/png");
        return key;
    }

    private static String key(Shard shard) {
        Poster poster = shard.poster();
        return "posters/z%d-x%d-y%d-%dx%d-i%d/shard-%d-of-%d.png"
                .formatted(
                        poster.zoom(),
                        poster.x(),
                        poster.y(),
                        poster.columns(),
                        poster.rows(),
                        poster.iterations(),
                        shard.index(),
                        shard.count());
    }
}
