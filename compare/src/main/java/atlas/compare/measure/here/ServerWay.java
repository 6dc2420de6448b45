package atlas.compare.measure.here;

import atlas.compare.measure.LocalTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The server's jar on the JVM that runs this, with the heap that an instance of 2 GiB would give it. */
final class ServerWay implements Way {
    /** 70 % of 2 GiB, as on the smallest instance of ec2-auto-scaling. */
    private static final List<String> FLAGS = List.of("-Xmx1433m", "-XX:+ExitOnOutOfMemoryError");

    private final Path jar;
    private final String digest;
    private final Path data;
    private final Cleanup cleanup;

    ServerWay(ProjectFiles files, Path data, Cleanup cleanup) throws IOException {
        this.jar = files.serverJar();
        this.digest = ProjectFiles.digest(jar);
        this.data = data;
        this.cleanup = cleanup;
    }

    @Override
    public String id() {
        return LocalTarget.SERVER;
    }

    @Override
    public String option() {
        return "local";
    }

    @Override
    public String startedWith() {
        return "java %s -jar %s".formatted(String.join(" ", FLAGS), artifact());
    }

    @Override
    public String artifact() {
        return jar.getFileName().toString();
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public RunningApp start() throws IOException, InterruptedException {
        ProcessBuilder command = Jvm.command(FLAGS, List.of("-jar", jar.toString()));
        command.environment()
                .putAll(Map.of(
                        "HOST",
                        "127.0.0.1",
                        "PORT",
                        "0",
                        "ATLAS_DRAIN_SECONDS",
                        "0",
                        "ATLAS_DATA_DIR",
                        data.toString()));
        var listening = new CompletableFuture<Listening>();
        Child child = Child.start(command, line -> Listening.in(line).ifPresent(listening::complete), cleanup);
        return new RunningServer(child.await(listening), child, child.pid());
    }
}
