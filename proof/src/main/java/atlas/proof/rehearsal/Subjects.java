package atlas.proof.rehearsal;

import atlas.compare.BadInput;
import atlas.proof.rehearsal.assembly.Assembly;
import atlas.proof.rehearsal.assembly.StackTemplate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What can be rehearsed: options by their id, and layers by the name of their stack. */
public final class Subjects {
    private Subjects() {}

    /**
     * @param ids as they were typed; all options when there are none
     * @return the stack's id by what was typed, in that order
     * @throws BadInput if one is neither
     */
    public static Map<String, String> of(Assembly assembly, List<String> ids) {
        Map<String, String> options = new TreeMap<>();
        Map<String, String> layers = new TreeMap<>();
        for (StackTemplate stack : assembly.stacks()) {
            stack.option().ifPresentOrElse(id -> options.put(id, stack.id()), () -> layers.put(stack.id(), stack.id()));
        }
        if (ids.isEmpty()) {
            return options;
        }
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String id : ids) {
            String stack = options.getOrDefault(id, layers.get(id));
            if (stack == null) {
                throw new BadInput("there is no option or layer %s; options are %s, layers %s"
                        .formatted(id, String.join(", ", options.keySet()), String.join(", ", layers.keySet())));
            }
            chosen.put(id, stack);
        }
        return chosen;
    }
}
