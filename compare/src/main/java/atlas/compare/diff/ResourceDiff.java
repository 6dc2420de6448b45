package atlas.compare.diff;

import atlas.compare.template.Resource;
import java.util.List;

/**
 * Two resources of one type that stand for each other, and what they do not have alike.
 *
 * @param differences sorted by path; empty when they are alike
 */
public record ResourceDiff(Resource left, Resource right, List<Difference> differences) {
    public ResourceDiff {
        differences = List.copyOf(differences);
    }

    boolean isAlike() {
        return differences.isEmpty();
    }
}
