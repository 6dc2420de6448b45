package atlas.compare.prices;

import atlas.compare.BadInput;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the keys of a snapshot by what is in them. */
public final class PriceSearch {
    private static final int NEAREST = 3;

    private PriceSearch() {}

    /**
     * Every key, with a price or without, that has one of the parts in it; all when there is none.
     *
     * @throws BadInput where no key has a part in it; the message names the nearest
     */
    public static SortedSet<String> keys(Snapshot snapshot, List<String> parts) {
        SortedSet<String> all = new TreeSet<>(snapshot.notKnown().keySet());
        snapshot.prices().all().forEach(price -> all.add(price.key()));
        SortedSet<String> found = new TreeSet<>();
        for (String part : parts) {
            List<String> keys = all.stream().filter(key -> key.contains(part)).toList();
            if (keys.isEmpty()) {
                throw new BadInput("no price key of %s has %s in it; the nearest are %s"
                        .formatted(snapshot.prices().region(), part, String.join(", ", nearest(all, part))));
            }
            found.addAll(keys);
        }
        return parts.isEmpty() ? all : found;
    }

    private static List<String> nearest(SortedSet<String> keys, String part) {
        return keys.stream()
                .sorted(Comparator.comparingInt((String key) -> distance(key, part)))
                .limit(NEAREST)
                .toList();
    }

    /** Of the whole key or of a step of it, whichever is nearer. */
    private static int distance(String key, String part) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return Arrays.stream(key.split(":"))
                .mapToInt(step -> distance.apply(step, part))
                .reduce(distance.apply(key, part), Math::min);
    }
}
