package atlas.containers;

import atlas.http.Level;
import atlas.http.Mount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every environment variable that the server reads: name, type, default, check.
 *
 * @param threads how many tiles are rendered at once
 * @param backlog how many more may wait for that
 * @param drain how long requests are still taken after SIGTERM
 * @param lease how long a poster stays with a worker that does not finish it: the queue's visibility time-out
 * @param jobKey keys the ids of jobs
 * @param page the folder of the map page; empty where a CDN serves it
 */
record ServerSettings(
        Mount mount,
        Address address,
        int threads,
        int backlog,
        Duration drain,
        Duration lease,
        String jobKey,
        Level logLevel,
        Backend backend,
        Whereabouts whereabouts,
        Optional<Path> page) {
    private static final Pattern OPTION = Pattern.compile("[a-z0-9-]+");
    private static final Pattern PREFIX = Pattern.compile("(/[a-z0-9-]+)?");

    /** @throws BadSetting if a variable holds what it may not hold */
    static ServerSettings from(Environment environment) {
        String option = environment.text(
                "ATLAS_OPTION", "local", OPTION, "lower-case letters, digits and dashes", "ecs-fargate");
        String prefix = environment.text(
                "ATLAS_PREFIX", "", PREFIX, "a slash, then lower-case letters, digits and dashes", "/ecs-fargate");
        return new ServerSettings(
                new Mount(option, prefix),
                Address.from(environment),
                environment.number("ATLAS_THREADS", Runtime.getRuntime().availableProcessors(), 1, 256),
                environment.number("ATLAS_BACKLOG", 64, 1, 10_000),
                Duration.ofSeconds(environment.number("ATLAS_DRAIN_SECONDS", 5, 0, 90)),
                Duration.ofSeconds(environment.number("ATLAS_VISIBILITY_SECONDS", 120, 1, 43_200)),
                environment.text("ATLAS_JOB_KEY").orElse(option),
                environment.oneOf("ATLAS_LOG_LEVEL", Level.INFO),
                Backend.from(environment),
                Whereabouts.from(environment),
                environment.path("ATLAS_PAGE", "app/page").map(ServerSettings::page));
    }

    private static Path page(Path folder) {
        if (!Files.isRegularFile(folder.resolve("index.html"))) {
            throw Environment.refusal("ATLAS_PAGE", "a folder with an index.html", folder.toString(), "app/page");
        }
        return folder;
    }
}
