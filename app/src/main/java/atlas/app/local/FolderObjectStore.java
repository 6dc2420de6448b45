package atlas.app.local;

import atlas.app.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keeps objects as files below one folder; the key is the path. */
public final class FolderObjectStore implements ObjectStore {
    /** No part may start with a dot, so no key leads out of the folder. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private final Path folder;

    public FolderObjectStore(Path folder) {
        this.folder = folder;
    }

    /** Readers see the old content or the new one, never half of it. */
    @Override
    public void put(String key, byte[] content, String contentType) {
        Path file = file(key);
        try {
            Files.createDirectories(file.getParent());
            Path written = Files.write(Files.createTempFile(file.getParent(), ".", ".part"), content);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        try {
            return Optional.of(Files.readAllBytes(file(key)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entity tag is the MD5 sum of the content, as it is in S3. */
    @Override
    public Optional<Found> get(String key, int maxBytes) {
        try (InputStream file = Files.newInputStream(file(key))) {
            byte[] content = file.readNBytes(maxBytes);
            ObjectStore.requireSize(file.read() < 0 ? content.length : Files.size(file(key)), maxBytes);
            return Optional.of(new Found(content, md5(content)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    private Path file(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "a key is names of letters, digits, dot, dash and underscore, parted by slashes, got " + key);
        }
        return folder.resolve(key);
    }
}
