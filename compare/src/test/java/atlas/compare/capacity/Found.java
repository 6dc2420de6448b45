package atlas.compare.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.Written;
import atlas.compare.template.Reference;
import java.util.List;

/** What runs in a few resources that a test writes down. */
final class Found {
    private Found() {}

    static Computes in(String resources) {
        return Computes.read(Written.setUp("Resources:\n" + resources));
    }

    /** The only one there is. */
    static Fleet fleet(String resources) {
        List<Compute> found = in(resources).found();
        assertEquals(1, found.size(), found::toString);
        return (Fleet) found.get(0);
    }

    static Function function(String resources) {
        return (Function) in(resources).found().get(0);
    }

    /** Why the resource of that id could not be read. */
    static String leftOpen(String id, String resources) {
        return in(resources).leftOpen(new Reference("", id)).orElse("read");
    }
}
