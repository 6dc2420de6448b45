package atlas.compare.inventory;

import atlas.compare.template.Resource;
import java.util.Arrays;
import java.util.List;

/** When a row of a table applies: {@code A=b;C!=d}, where nothing behind the sign stands for a property that is absent. */
record When(List<Clause> clauses) {
    /** One of several that must all hold. */
    private record Clause(PropertyPath path, boolean equal, String text) {
        static Clause parse(String clause) {
            String[] sides = clause.split("!?=", -1);
            return new Clause(PropertyPath.parse(sides[0]), !clause.contains("!="), sides[1]);
        }

        boolean holds(Resource resource) {
            String written =
                    path.first(resource.properties()).map(Object::toString).orElse("");
            return written.equals(text) == equal;
        }
    }

    static When parse(String clauses) {
        return new When(
                clauses.isEmpty()
                        ? List.of()
                        : Arrays.stream(clauses.split(";")).map(Clause::parse).toList());
    }

    boolean holds(Resource resource) {
        return clauses.stream().allMatch(clause -> clause.holds(resource));
    }
}
