package atlas.compare.inventory;

import atlas.compare.template.Reference;

/**
 * A door to the internet.
 *
 * @param kind such as load balancer, HTTP API, public address
 * @param detail what is known of it: ports, who may come in; may be empty
 */
public record EntryPoint(Reference resource, String type, String kind, String detail) {}
