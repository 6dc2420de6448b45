package atlas.adapters;

import atlas.app.InvalidInput;
import atlas.app.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects in one bucket.
 *
 * <p>IAM: {@code s3:GetObject} and {@code s3:PutObject} on the objects, {@code s3:ListBucket} on the bucket. The last one
 * lists nothing: without it S3 answers 403 for a missing key as it does for a forbidden one, with it 404.
 */
final class S3ObjectStore implements ObjectStore {
    private static final int FORBIDDEN = 403;

    private final S3Client s3;
    private final String bucket;

    S3ObjectStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void put(String key, byte[] content, String contentType) {
        s3.putObject(
                request -> request.bucket(bucket).key(key).contentType(contentType), RequestBody.fromBytes(content));
    }

    @Override
    public Optional<byte[]> get(String key) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                            .asByteArrayUnsafe());
        } catch (NoSuchKeyException missing) {
            return Optional.empty();
        } catch (S3Exception refused) {
            throw refused.statusCode() == FORBIDDEN ? forbidden(key, refused) : refused;
        }
    }

    /** The size is in the answer's headers: when it is too large the connection is dropped, and no byte of it is read. */
    @Override
    public Optional<Found> get(String key, int maxBytes) {
        try (ResponseInputStream<GetObjectResponse> object =
                s3.getObject(request -> request.bucket(bucket).key(key))) {
            return Optional.of(found(object, maxBytes));
        } catch (NoSuchKeyException missing) {
            return Optional.empty();
        } catch (S3Exception refused) {
            throw refused.statusCode() == FORBIDDEN ? forbidden(key, refused) : refused;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Found found(ResponseInputStream<GetObjectResponse> object, int maxBytes) throws IOException {
        try {
            ObjectStore.requireSize(object.response().contentLength(), maxBytes);
        } catch (InvalidInput tooLarge) {
            object.abort();
            throw tooLarge;
        }
        return new Found(object.readAllBytes(), object.response().eTag().replace("\"", ""));
    }

    private IllegalStateException forbidden(String key, S3Exception refused) {
        return new IllegalStateException(
                ("s3://%s/%s is forbidden, or missing while the role may not list; "
                                + "allow s3:GetObject on its objects and s3:ListBucket on the bucket")
                        .formatted(bucket, key),
                refused);
    }
}
