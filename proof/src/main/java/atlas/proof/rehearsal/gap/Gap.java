package atlas.proof.rehearsal.gap;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that AWS does and an emulator does not, and how a template is changed so that the rest of it can be rehearsed
 * nevertheless. The product's templates stay as they are: only a copy is changed, and the result tells which.
 */
interface Gap {
    /** The emulator that has it, as {@link atlas.proof.rehearsal.emulator.Emulator#name} says. */
    String emulator();

    /** A few words, for the result. */
    String name();

    /** What AWS does, and what the emulator does instead. */
    String reason();

    /** @return whether there was anything to change */
    boolean bridge(ObjectNode template);
}
