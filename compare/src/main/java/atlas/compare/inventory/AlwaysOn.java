package atlas.compare.inventory;

import atlas.compare.template.Reference;
import java.util.OptionalInt;

/**
 * Something that is there, and runs, when nobody asks.
 *
 * @param units how many at least; empty when only a deployment knows
 * @param unit such as task, NAT gateway, shard
 */
public record AlwaysOn(Reference resource, String type, OptionalInt units, String unit) {}
