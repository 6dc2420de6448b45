package atlas.supply;

import java.time.LocalDate;
import java.util.List;

/**
 * One search for weaknesses of a library, or of several, that found none which concerns the version in use.
 *
 * @param asked the words that were searched for
 * @param day when, such as {@code 2026-11-26}
 * @param packages as {@link Library#name} has them; a star stands for all that begins so
 * @param nearest the page that came closest; empty where none was about the library at all
 * @param says why that page does not concern us; empty without a page
 */
record LookUp(String asked, LocalDate day, List<String> packages, String nearest, String says) {
    LookUp {
        if (asked.isBlank() || packages.isEmpty()) {
            throw new IllegalArgumentException(
                    "a look-up must tell its words and packages, got \"%s\" for %s".formatted(asked, packages));
        }
        if (nearest.isEmpty() != says.isEmpty() || !nearest.isEmpty() && !nearest.startsWith("https://")) {
            throw new IllegalArgumentException("nearest must be a page, with what it says, got \"%s\" and \"%s\" for %s"
                    .formatted(nearest, says, packages));
        }
        packages = List.copyOf(packages);
    }

    boolean covers(Library library) {
        return packages.stream().anyMatch(pattern -> covers(pattern, library.name()));
    }

    static boolean covers(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }
}
