package atlas.containers;

/**
 * Where a server runs.
 *
 * @param instance a host, a task or a pod
 * @param zone the availability zone; {@code local} outside AWS
 */
record Place(String instance, String zone) {}
