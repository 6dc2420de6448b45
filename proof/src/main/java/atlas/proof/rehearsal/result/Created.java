package atlas.proof.rehearsal.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** How much of a set-up the emulator made. */
public enum Created {
    /** Every resource, and its service knows it. */
    ALL("all"),
    /** Every stack, but not every resource is there: the stacks tell of which types. */
    IN_PART("in part"),
    /** A stack failed. */
    FAILED("failed");

    private final String text;

    Created(String text) {
        this.text = text;
    }

    @JsonValue
    public String text() {
        return text;
    }

    public static Created of(List<Rehearsed.StackSeen> stacks) {
        return stacks.stream().allMatch(Rehearsed.StackSeen::isWhole) ? ALL : IN_PART;
    }
}
