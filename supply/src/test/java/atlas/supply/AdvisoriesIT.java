package atlas.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No library has a weakness that advisories.yaml knows, or the file says why it stays. */
class AdvisoriesIT {
    /** Whose libraries somebody runs: in AWS, or on a machine with an account's credentials. */
    private static final List<String> RUN = List.of("containers", "functions", "infra", "compare", "proof");

    private static final Advisories ADVISORIES = Advisories.load();

    @Test
    void whatIsHandedOnHasNoKnownWeakness() {
        assertEquals(
                List.of(),
                Bills.HANDED_ON.stream()
                        .flatMap(module -> Bills.libraries(Bills.of(module)).stream())
                        .flatMap(library -> ADVISORIES.of(library).stream().map(advisory -> told(library, advisory)))
                        .distinct()
                        .toList());
    }

    @Test
    void nothingElseHasOneThatIsNotAccepted() {
        assertEquals(
                List.of(),
                everything()
                        .flatMap(library -> ADVISORIES.of(library).stream()
                                .filter(advisory -> !advisory.isAccepted())
                                .map(advisory -> told(library, advisory)))
                        .distinct()
                        .toList());
    }

    /** Else it excuses tomorrow what nobody looked at. */
    @Test
    void whatIsAcceptedIsStillThere() {
        List<Library> everything = everything().toList();
        assertEquals(
                List.of(),
                ADVISORIES.known().stream()
                        .filter(Advisory::isAccepted)
                        .filter(advisory -> everything.stream().noneMatch(advisory::concerns))
                        .map(advisory -> advisory.id() + " of " + advisory.library())
                        .toList());
    }

    @Test
    void whatIsRunWasLookedUp() {
        assertEquals(
                List.of(),
                List.copyOf(new TreeSet<>(Stream.concat(RUN.stream().map(Bills::of), Stream.of(Bills.NPM_WITH_TOOLS))
                        .flatMap(bill -> Bills.libraries(bill).stream())
                        .filter(library -> !ADVISORIES.lookedUp(library))
                        .map(Library::name)
                        .toList())));
    }

    /** Else the file grows old unseen, and seems to know more than it does. */
    @Test
    void whatWasLookedUpIsStillUsed() {
        List<String> names = everything().map(Library::name).toList();
        assertEquals(
                List.of(),
                ADVISORIES.nothingFound().stream()
                        .flatMap(lookUp -> lookUp.packages().stream())
                        .filter(pattern -> names.stream().noneMatch(name -> LookUp.covers(pattern, name)))
                        .toList());
    }

    /** Who reads it must know how old the knowledge is. */
    @Test
    void theDaysOfTheLookUpsAreTold() {
        String security = Bills.text(Bills.ROOT.resolve("SECURITY.md"));
        assertEquals(
                List.of(),
                ADVISORIES.days().stream()
                        .filter(day -> !security.contains(day.toString()))
                        .toList(),
                "SECURITY.md does not tell these days of advisories.yaml");
    }

    private static Stream<Library> everything() {
        return Stream.concat(Bills.modules().stream().map(Bills::withTests), Stream.of(Bills.NPM_WITH_TOOLS))
                .flatMap(bill -> Bills.libraries(bill).stream());
    }

    private static String told(Library library, Advisory advisory) {
        return "%s has %s, see %s".formatted(library, advisory.id(), advisory.source());
    }
}
