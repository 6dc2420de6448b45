package atlas.compare.inventory;

import atlas.compare.template.Reference;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What becomes of a message that nobody can work off.
 *
 * @param source the queue, rule, schedule, subscription or function
 * @param target where it goes; empty when it is lost in the end
 * @param receives after how many attempts; empty where nothing counts them
 */
public record DeadLetter(Reference source, String type, Optional<String> target, OptionalInt receives) {}
