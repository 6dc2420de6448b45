package atlas.containers;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * How to find out where this server runs: what it was told counts first, then what ECS knows of the task, then the name
 * of the host.
 *
 * @param instance the instance it was told
 * @param zone the zone it was told
 * @param task where ECS describes the task; empty outside ECS
 */
record Whereabouts(Optional<String> instance, Optional<String> zone, Optional<EcsTask> task) {
    static Whereabouts from(Environment environment) {
        return new Whereabouts(
                environment.text("ATLAS_INSTANCE"),
                environment.text("ATLAS_ZONE"),
                environment.text("ECS_CONTAINER_METADATA_URI_V4").map(EcsTask::new));
    }

    Place find() {
        Place found = task.flatMap(EcsTask::place).orElseGet(Whereabouts::thisHost);
        return new Place(instance.orElse(found.instance()), zone.orElse(found.zone()));
    }

    private static Place thisHost() {
        try {
            return new Place(InetAddress.getLocalHost().getHostName(), "local");
        } catch (UnknownHostException nameless) {
            return new Place("localhost", "local");
        }
    }
}
