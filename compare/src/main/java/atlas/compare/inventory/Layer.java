package atlas.compare.inventory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A floor of the architecture: where a resource stands on a request's way, or what it does beside it. */
public enum Layer {
    DNS,
    CDN,
    WEB,
    COMPUTE,
    CACHE,
    DATABASE,
    MESSAGING,
    STORAGE,
    ASSETS,
    NETWORK,
    REGISTRY,
    SECURITY,
    MONITORING,
    DEPLOYMENT,
    /** Of types that the table {@code layers.csv} does not know. */
    OTHER;

    private static final Map<String, Layer> BY_BEGINNING = read();

    /** @param type CloudFormation's, of a resource */
    public static Layer of(String type) {
        for (int end = type.length(); end > 0; end--) {
            Layer layer = BY_BEGINNING.get(type.substring(0, end));
            if (layer != null) {
                return layer;
            }
        }
        return OTHER;
    }

    /** As it is written. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Layer> read() {
        Map<String, Layer> layers = new TreeMap<>();
        for (List<String> row : TypeTable.rows("layers.csv")) {
            layers.put(row.get(0), valueOf(row.get(1).toUpperCase(Locale.ROOT)));
        }
        return layers;
    }
}
