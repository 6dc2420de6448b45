package atlas.compare.prices;

import atlas.compare.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The regions there are prices for. */
public final class PriceBooks {
    public static final List<String> REGIONS = List.of("ap-northeast-2", "eu-west-1", "us-east-1");

    private PriceBooks() {}

    /** @throws BadInput where there are no prices for the region */
    public static PriceBook of(String region) {
        return snapshot(region).prices();
    }

    /** @throws BadInput where there are no prices for the region */
    public static Snapshot snapshot(String region) {
        return file(region).snapshot();
    }

    /** @throws BadInput where there are no prices for the region */
    public static SnapshotFile file(String region) {
        if (!REGIONS.contains(region)) {
            throw new BadInput("no prices for %s; there are %s".formatted(region, String.join(", ", REGIONS)));
        }
        String name = region + ".json";
        try (InputStream resource = PriceBooks.class.getResourceAsStream(name)) {
            return SnapshotFile.parse(name, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
