package atlas.containers;

import atlas.http.SocketEndpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged server as a process of its own, on a free loopback port. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening on http://127\\.0\\.0\\.1:(\\d+)/");
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private final int port;

    ServerProcess(Map<String, String> variables) throws IOException {
        ProcessBuilder command = Packaged.command(Server.class).redirectErrorStream(true);
        command.environment().putAll(Map.of("HOST", "127.0.0.1", "PORT", "0"));
        command.environment().putAll(variables);
        process = command.start();
        BufferedReader output = process.inputReader();
        port = port(output);
        reader = new Thread(() -> output.lines().forEach(lines::add), "output of the server");
        reader.start();
    }

    private static int port(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                return Integer.parseInt(listening.group(1));
            }
        }
        throw new IOException("the server did not say where it listens");
    }

    int port() {
        return port;
    }

    SocketEndpoint endpoint() {
        return new SocketEndpoint(URI.create("http://127.0.0.1:" + port), "local", Set.of());
    }

    /** SIGTERM, as ECS, Kubernetes and systemd send it. By its handle, as the process itself would stop listening to it. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** SIGKILL: it does nothing more, from now on. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not exit");
        }
        reader.join();
        return process.exitValue();
    }

    /** What it has printed since it listens. */
    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
