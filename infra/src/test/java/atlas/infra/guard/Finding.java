package atlas.infra.guard;

/**
 * Something a check does not like.
 *
 * @param rule its name, with what exactly was found in brackets where it finds several things in one resource
 * @param path of the construct that made the resource
 */
record Finding(String rule, String path) {}
