package atlas.compare.inventory;

import atlas.compare.template.Reference;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How long something may take, or is waited for.
 *
 * @param element of the resource, such as a container's name; empty for the resource itself
 * @param what such as visibility, or deregistration
 * @param seconds empty when only a deployment knows
 * @param byDefault whether AWS takes it because the template says nothing
 */
public record Timeout(
        Reference resource,
        String type,
        String element,
        String what,
        Optional<BigDecimal> seconds,
        boolean byDefault) {}
