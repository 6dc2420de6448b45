package atlas.proof.rehearsal.gap;

/**
 * Something that AWS does and an emulator does not, and how that is made up for, so that the rest can be rehearsed
 * nevertheless. The product's templates stay as they are: what is changed is a copy, or what was deployed, and the result
 * tells of it.
 */
sealed interface Gap permits TemplateGap, DeployedGap {
    /** The emulator that has it, as {@link atlas.proof.rehearsal.emulator.Emulator#name} says. */
    String emulator();

    /** A few words, for the result. */
    String name();

    /** What AWS does, and what the emulator does instead. */
    String reason();
}
