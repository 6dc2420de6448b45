package atlas.infra;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The words somebody may have meant who typed another. */
final class Nearest {
    private static final int SHOWN = 3;

    private Nearest() {}

    /** The three nearest of {@code known}, the nearest first. */
    static List<String> to(String typed, Collection<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt(word -> distance(typed, word)))
                .limit(SHOWN)
                .toList();
    }

    /** How many letters differ, whatever their case; 0 when the typed word is a part of the known one. */
    static int distance(String typed, String known) {
        String left = typed.toLowerCase(Locale.ROOT);
        String right = known.toLowerCase(Locale.ROOT);
        return !left.isEmpty() && right.contains(left)
                ? 0
                : LevenshteinDistance.getDefaultInstance().apply(left, right);
    }
}
