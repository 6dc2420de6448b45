package atlas.compare.inventory;

import atlas.compare.template.Reference;
import java.util.OptionalInt;

/**
 * Where log lines go.
 *
 * @param resource the log group; or the function for which Lambda makes one, which no template ever deletes
 * @param days how long lines are kept; empty for ever
 */
public record LogGroup(Reference resource, String type, OptionalInt days) {
    static final String TYPE = "AWS::Logs::LogGroup";

    /** Whether the template makes it. */
    public boolean isWritten() {
        return type.equals(TYPE);
    }
}
