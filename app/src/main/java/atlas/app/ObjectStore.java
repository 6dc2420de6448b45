package atlas.app;

import java.util.Optional;

/** Keeps finished images and other blobs by key. Writing a key again replaces its content. */
public interface ObjectStore {
    void put(String key, byte[] content, String contentType);

    /** The content of {@code key}, or empty when there is none. */
    Optional<byte[]> get(String key);
}
