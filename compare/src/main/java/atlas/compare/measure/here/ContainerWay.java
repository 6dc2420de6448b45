package atlas.compare.measure.here;

import atlas.compare.BadInput;
import atlas.compare.measure.LocalTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The image in a container with the limits that a task of ecs-fargate has by default: one vCPU and 2 GiB. It shares the
 * machine's network, or each figure would be that of the engine's forwarding as well.
 */
final class ContainerWay implements Way {
    private static final String BUILT = "localhost/compute-atlas:measure";
    private static final Pattern BASE = Pattern.compile("ARG BASE_IMAGE=(\\S+)");
    private static final List<String> LIMITS = List.of(
            "--cpus=1",
            "--memory=2048m",
            "--read-only",
            "--tmpfs=/tmp",
            "--cap-drop=all",
            "--security-opt=no-new-privileges");
    private static final List<String> VARIABLES =
            List.of("--env=HOST=127.0.0.1", "--env=PORT=0", "--env=ATLAS_DRAIN_SECONDS=0");

    private final Engine engine;
    private final String image;
    private final String digest;
    private final Cleanup cleanup;
    private final AtomicInteger started = new AtomicInteger();

    private ContainerWay(Engine engine, String image, Cleanup cleanup) throws InterruptedException {
        this.engine = engine;
        this.image = image;
        this.digest = "sha256:"
                + engine.run("image", "inspect", "--format", "{{.Id}}", image)
                        .lastLine()
                        .replaceFirst("^sha256:", "");
        this.cleanup = cleanup;
    }

    /**
     * @param image one that is there; without it one is built on the base image of the Dockerfile, which must be there: nothing
     *     is downloaded for a measurement
     * @throws Absent if there is no base image
     * @throws BadInput if there is no such image
     */
    static ContainerWay find(Engine engine, ProjectFiles files, Optional<String> image, Cleanup cleanup)
            throws Absent, IOException, InterruptedException {
        if (image.isEmpty()) {
            return new ContainerWay(engine, build(engine, files), cleanup);
        }
        if (!has(engine, image.get())) {
            throw new BadInput(
                    "%1$s has no image %2$s; %1$s images lists those it has".formatted(engine.name(), image.get()));
        }
        return new ContainerWay(engine, image.get(), cleanup);
    }

    private static String build(Engine engine, ProjectFiles files) throws Absent, IOException, InterruptedException {
        Matcher base = BASE.matcher(Files.readString(files.image().resolve("Dockerfile")));
        if (base.find() && !has(engine, base.group(1))) {
            throw new Absent("%1$s lacks the image that ours is built on; %1$s pull %2$s gets it"
                    .formatted(engine.name(), base.group(1)));
        }
        Engine.Outcome build =
                engine.run("build", "--quiet", "--tag", BUILT, files.image().toString());
        if (!build.worked()) {
            throw new IOException("the image cannot be built: " + build.lastLine());
        }
        return BUILT;
    }

    private static boolean has(Engine engine, String image) throws InterruptedException {
        return engine.run("image", "inspect", image).worked();
    }

    @Override
    public String id() {
        return LocalTarget.CONTAINER;
    }

    @Override
    public String option() {
        return "local";
    }

    @Override
    public String startedWith() {
        return "%s run --network=host %s %s".formatted(engine.name(), String.join(" ", LIMITS), image);
    }

    @Override
    public String artifact() {
        return image;
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public RunningApp start() throws IOException, InterruptedException {
        String name = "atlas-measure-%d-%d".formatted(ProcessHandle.current().pid(), started.incrementAndGet());
        List<String> arguments =
                new ArrayList<>(List.of("run", "--rm", "--name=" + name, "--pull=never", "--network=host"));
        arguments.addAll(LIMITS);
        arguments.addAll(VARIABLES);
        arguments.add(image);
        cleanup.make(() -> name, this::remove);
        var listening = new CompletableFuture<Listening>();
        Child child = Child.start(
                new ProcessBuilder(engine.command(arguments)),
                line -> Listening.in(line).ifPresent(listening::complete),
                cleanup);
        Listening server = child.await(listening);
        return new RunningServer(server, child, pid(name));
    }

    /** Of the server in the container, as this machine counts processes. */
    private long pid(String container) throws IOException, InterruptedException {
        String pid =
                engine.run("inspect", "--format", "{{.State.Pid}}", container).lastLine();
        try {
            return Long.parseLong(pid);
        } catch (NumberFormatException other) {
            throw new IOException(
                    "%s does not tell the process of container %s: %s".formatted(engine.name(), container, pid));
        }
    }

    /** Gone already when its process ended as it was told to. */
    private void remove(String container) {
        try {
            engine.run("rm", "--force", container);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
