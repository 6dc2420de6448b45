package atlas.app;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An object store that counts what is put into it, and fails on demand. */
final class MemoryObjects implements ObjectStore {
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final AtomicInteger puts = new AtomicInteger();
    private volatile Runnable beforePut = () -> {};

    /** Does {@code something} at the beginning of each put from now on. */
    void beforePut(Runnable something) {
        beforePut = something;
    }

    int puts() {
        return puts.get();
    }

    @Override
    public void put(String key, byte[] content, String contentType) {
        beforePut.run();
        puts.incrementAndGet();
        objects.put(key, content);
    }

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public Optional<Found> get(String key, int maxBytes) {
        throw new UnsupportedOperationException("no worker reads what others wrote");
    }
}
