package atlas.proof.rehearsal.emulator;

import atlas.proof.rehearsal.aws.Aws;
import atlas.proof.rehearsal.aws.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An emulator of ours, on a free port of loopback, ended with all that it started. */
public final class Started implements AutoCloseable {
    /** An image may have to be pulled first. */
    private static final Duration START = Duration.ofMinutes(5);

    private static final Duration END = Duration.ofSeconds(15);

    private final Process process;
    private final Endpoint endpoint;
    private final Thread onCtrlC = new Thread(this::end, "ends the emulator");

    private Started(Process process, Endpoint endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** There is nothing to start it from; the message says what to do. */
    public static final class Absent extends Exception {
        private static final long serialVersionUID = 1L;

        Absent(String message) {
            super(message);
        }
    }

    /**
     * @param log what it prints goes there
     * @throws Absent if it is not installed, or does not start
     */
    public static Started start(Kind kind, Path root, Path log) throws Absent, InterruptedException, IOException {
        int port = freePort();
        List<String> command = kind.command(root, port);
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .directory(log.getParent().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(kind.variables(root, port));
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            throw new Absent(kind.remedy());
        }
        Started started = new Started(process, new Endpoint(URI.create("http://127.0.0.1:" + port)));
        Runtime.getRuntime().addShutdownHook(started.onCtrlC);
        started.await(kind, log);
        return started;
    }

    private void await(Kind kind, Path log) throws Absent, InterruptedException {
        Aws aws = new Aws(endpoint, "us-east-1");
        long deadline = System.nanoTime() + START.toNanos();
        while (!Emulator.answersAt(aws)) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                close();
                throw new Absent("%s did not start, %s has what it said; %s".formatted(kind.id(), log, kind.remedy()));
            }
        }
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(onCtrlC);
        } catch (IllegalStateException ending) {
            // it is at work
        }
    }

    private void end() {
        List<ProcessHandle> family = new ArrayList<>(List.of(process.toHandle()));
        family.addAll(process.descendants().toList());
        family.forEach(ProcessHandle::destroy);
        try {
            process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
