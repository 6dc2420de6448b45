package atlas.app;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names jobs. The same idempotency key always gives the same id, so a repeated request meets the row of the first one;
 * keyed by a secret, so that nobody who guesses a key can compute the id of another requester's job.
 */
public final class JobIds {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final int LENGTH = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final String secret;
    private final Supplier<String> fresh;

    /**
     * @param secret the same for all instances of an option, not empty
     * @param fresh a new id at each call, for requests without a key
     */
    public JobIds(String secret, Supplier<String> fresh) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("the secret for job ids must not be empty");
        }
        this.secret = secret;
        this.fresh = fresh;
    }

    /** Whether {@code text} has the form of an id, so that it is worth a look into the table. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    String fresh() {
        return fresh.get();
    }

    String ofKey(String idempotencyKey) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] digest = mac.doFinal(idempotencyKey.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
