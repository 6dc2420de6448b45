package atlas.infra;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** For a mistyped option id: the ids it may have meant. */
final class NearestIds {
    private static final int SHOWN = 3;

    private NearestIds() {}

    static String hint(String typed) {
        List<String> ids =
                Arrays.stream(ComputeOption.values()).map(ComputeOption::id).toList();
        return "did you mean "
                + ids.stream()
                        .sorted(Comparator.comparingInt(id -> distance(typed.toLowerCase(Locale.ROOT), id)))
                        .limit(SHOWN)
                        .collect(Collectors.joining(", "))
                + "? ./atlas list shows all";
    }

    /** A typed word that is part of an id counts as near; else the number of edits from one to the other. */
    private static int distance(String typed, String id) {
        return !typed.isEmpty() && id.contains(typed)
                ? 0
                : LevenshteinDistance.getDefaultInstance().apply(typed, id);
    }
}
