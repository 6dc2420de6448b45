package atlas.compare.inventory;

import atlas.compare.template.Reference;
import java.util.OptionalInt;

/**
 * What a security group lets in from everywhere.
 *
 * @param protocol tcp, udp, icmp, or all
 * @param from first port; empty for all of them
 * @param to last port; empty for all of them
 * @param source 0.0.0.0/0, or ::/0
 */
public record OpenPort(Reference group, String protocol, OptionalInt from, OptionalInt to, String source) {}
