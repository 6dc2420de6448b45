package atlas.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever runs may be used, and handed on together with code under the Apache License 2.0. */
class LicencesIT {
    /** They ask for no more than to come along. */
    private static final Set<String> TO_HAND_ON =
            Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-0");

    /** Each keeps to its own files, and these stay in the jar that Maven fetches: we change and copy none. */
    private static final Set<String> TO_USE =
            Set.of("EPL-2.0", "MPL-2.0", "(CDDL-1.0 OR GPL-2.0-with-classpath-exception)");

    @Test
    void whatIsHandedOnAsksForNoMoreThanToComeAlong() {
        List<Library> handedOn = new ArrayList<>(Bills.libraries(Bills.NPM));
        Bills.HANDED_ON.forEach(module -> handedOn.addAll(Bills.libraries(Bills.of(module))));

        assertEquals(List.of(), refused(handedOn.stream(), TO_HAND_ON));
    }

    @Test
    void whatIsUsedMayBeUsed() {
        Set<String> allowed = new HashSet<>(TO_HAND_ON);
        allowed.addAll(TO_USE);

        Stream<Path> bills = Bills.modules().stream().map(Bills::of);
        assertEquals(List.of(), refused(bills.flatMap(bill -> Bills.libraries(bill).stream()), allowed));
    }

    private static List<String> refused(Stream<Library> libraries, Set<String> allowed) {
        return libraries
                .filter(library -> library.licences().isEmpty() || !allowed.containsAll(library.licences()))
                .map(library -> library + " is under " + library.licences())
                .distinct()
                .toList();
    }
}
