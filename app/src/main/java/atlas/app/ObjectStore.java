package atlas.app;

import java.util.Optional;

/** Keeps finished images and other blobs by key. Writing a key again replaces its content. */
public interface ObjectStore {
    void put(String key, byte[] content, String contentType);

    /** The content of {@code key}, or empty when there is none. */
    Optional<byte[]> get(String key);

    /**
     * The content of a key that others write to, and so may hold anything. More than {@code maxBytes} are not read.
     *
     * @throws InvalidInput if there are more; its field is {@code size}
     */
    Optional<Found> get(String key, int maxBytes);

    /**
     * An object as it was when it was read.
     *
     * @param etag the same for the same content of a key, another after it was replaced; hexadecimal digits and dashes
     */
    record Found(byte[] content, String etag) {}

    /**
     * @param bytes how many there are
     * @throws InvalidInput if they are more than {@code maxBytes}
     */
    static void requireSize(long bytes, int maxBytes) {
        if (bytes > maxBytes) {
            throw new InvalidInput("size", "size must be 0 to %d bytes, got %d".formatted(maxBytes, bytes));
        }
    }
}
