package atlas.proof.rehearsal.emulator;

import atlas.compare.BadInput;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Emulators that can be started from here, each on loopback. */
public enum Kind {
    /** In Python, without Docker; it refuses types that it does not know. */
    MINISTACK("ministack", "1.5.33") {
        @Override
        List<String> command(Path root, int port) {
            return List.of(tools(root).resolve("python/bin/ministack").toString());
        }

        @Override
        Map<String, String> variables(Path root, int port) {
            return new TreeMap<>(Map.of(
                    "BIND_HOST",
                    "127.0.0.1",
                    "GATEWAY_PORT",
                    String.valueOf(port),
                    "AWS_ENDPOINT_URL",
                    "http://127.0.0.1:" + port,
                    "NODE_PATH",
                    tools(root).resolve("node_modules").toString()));
        }
    },
    /** In Python, without Docker; it leaves out types that it does not know, without a word. */
    MOTO("moto", "5.2.5") {
        @Override
        List<String> command(Path root, int port) {
            return List.of(
                    tools(root).resolve("python/bin/moto_server").toString(),
                    "-H",
                    "127.0.0.1",
                    "-p",
                    String.valueOf(port));
        }

        @Override
        Map<String, String> variables(Path root, int port) {
            return Map.of();
        }
    },
    /** The official image. It starts containers of its own beside it, for which it is given the engine's socket. */
    FLOCI("floci", "1.7.0") {
        @Override
        List<String> command(Path root, int port) {
            return List.of(
                    "docker",
                    "run",
                    "--rm",
                    "--name",
                    "atlas-rehearsal-" + port,
                    "--publish",
                    "127.0.0.1:%d:4566".formatted(port),
                    "--volume",
                    "/var/run/docker.sock:/var/run/docker.sock",
                    "--user",
                    "root",
                    "--env",
                    "FLOCI_SERVICES_ECR_URI_STYLE=path",
                    "floci/floci:" + version());
        }

        @Override
        Map<String, String> variables(Path root, int port) {
            return Map.of();
        }
    };

    private final String id;
    private final String version;

    Kind(String id, String version) {
        this.id = id;
        this.version = version;
    }

    /** @throws BadInput if there is none of that name */
    public static Kind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("--emulator must be %s, got %s"
                        .formatted(Arrays.stream(values()).map(Kind::id).collect(Collectors.joining(", ")), name)));
    }

    public String id() {
        return id;
    }

    /** The one that is pinned. */
    public String version() {
        return version;
    }

    abstract List<String> command(Path root, int port);

    abstract Map<String, String> variables(Path root, int port);

    Path tools(Path root) {
        return root.resolve(".tools").resolve(id);
    }

    /** What must be there to start it, and what to do about it. */
    String remedy() {
        return this == FLOCI
                ? "floci needs docker; install it, or name another with --emulator or --endpoint"
                : "%s is not installed; type proof/emulators/install %s".formatted(id, id);
    }
}
