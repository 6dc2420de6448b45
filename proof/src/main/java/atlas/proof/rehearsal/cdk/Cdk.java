package atlas.proof.rehearsal.cdk;

import atlas.proof.rehearsal.aws.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The CDK's own command line, with an environment of its own: of this shell's it has what starts programs and finds Docker,
 * and nothing that could lead to an account. Its credentials are none, its home is an empty folder, and every service is the
 * endpoint.
 */
public final class Cdk {
    /** What it may have of the shell's environment. */
    private static final Set<String> KEPT = Set.of(
            "PATH",
            "LANG",
            "TMPDIR",
            "JAVA_HOME",
            "CDK_DOCKER",
            "DOCKER_HOST",
            "DOCKER_BUILDKIT",
            "BUILDAH_FORMAT",
            "BUILDAH_ISOLATION",
            "CONTAINERS_CONF",
            "CONTAINERS_STORAGE_CONF",
            "CONTAINERS_REGISTRIES_CONF",
            "XDG_RUNTIME_DIR");

    private static final Duration TO_END = Duration.ofSeconds(5);

    private final List<String> program;
    private final Path home;
    private final Map<String, String> environment;
    private final RunLog log;
    private final Duration patience;
    private volatile Process running;
    private volatile Thread last;

    /**
     * @param program what starts it
     * @param home an empty folder of this endpoint's own: the CLI remembers accounts there
     * @param addresses of services that have one of their own, as environment variables
     * @param shell the environment of this process
     * @param patience how long one call of it may take
     */
    public Cdk(
            List<String> program,
            Path home,
            Endpoint endpoint,
            String region,
            Map<String, String> addresses,
            Map<String, String> shell,
            Duration patience,
            RunLog log)
            throws IOException {
        this.program = List.copyOf(program);
        this.home = Files.createDirectories(home);
        this.environment = environment(endpoint, region, shell);
        this.environment.putAll(addresses);
        this.patience = patience;
        this.log = log;
    }

    private Map<String, String> environment(Endpoint endpoint, String region, Map<String, String> shell) {
        Map<String, String> variables = new TreeMap<>();
        shell.forEach((name, value) -> {
            if (KEPT.contains(name)) {
                variables.put(name, value);
            }
        });
        variables.put("HOME", home.toString());
        variables.put("CDK_HOME", home.resolve(".cdk").toString()); // it would else ask the system for the user's home
        variables.put("AWS_ENDPOINT_URL", endpoint.toString());
        variables.put("AWS_ACCESS_KEY_ID", "test");
        variables.put("AWS_SECRET_ACCESS_KEY", "test");
        variables.put("AWS_REGION", region);
        variables.put("AWS_DEFAULT_REGION", region);
        variables.put("AWS_CONFIG_FILE", home.resolve("no-config").toString());
        variables.put(
                "AWS_SHARED_CREDENTIALS_FILE", home.resolve("no-credentials").toString());
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
        variables.put("CDK_DISABLE_VERSION_CHECK", "1");
        variables.put("CDK_DISABLE_CLI_TELEMETRY", "1");
        variables.put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
        variables.put("NO_COLOR", "1");
        variables.put("CI", "1");
        return variables;
    }

    /**
     * @param code the exit code; -1 when it took too long and was ended
     * @param lines what it printed
     */
    public record Ran(int code, List<String> lines) {
        public boolean isOk() {
            return code == 0;
        }

        /** What it said last that looks like a reason. */
        public String reason() {
            if (code == -1) {
                return "it took too long and was ended";
            }
            return lines.stream()
                    .filter(line -> line.contains("❌") || line.matches(".*\\b(error|Error|failed)\\b.*"))
                    .findFirst()
                    .or(() -> lines.stream().filter(line -> !line.isBlank()).reduce((one, next) -> next))
                    .map(line -> line.replaceAll("\\s+", " ").strip())
                    .map(line -> line.length() > 300 ? line.substring(0, 300) + "..." : line)
                    .orElse("exit code " + code);
        }
    }

    public Ran run(String... arguments) throws IOException, InterruptedException {
        return run(List.of(arguments));
    }

    public Ran run(List<String> arguments) throws IOException, InterruptedException {
        giveWay();
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("--no-notices", "--no-color"));
        command.addAll(arguments);
        log.detail("$ cdk " + String.join(" ", arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        running = process;
        process.getOutputStream().close();
        List<String> lines = new ArrayList<>();
        Thread reader = new Thread(() -> read(process, lines), "output of cdk");
        reader.setDaemon(true);
        reader.start();
        try {
            boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                end(process);
            }
            reader.join(TO_END.toMillis());
            int code = ended ? process.exitValue() : -1;
            giveWay();
            log.detail("exit code " + code);
            return new Ran(code, snapshot(lines));
        } finally {
            end(process);
            running = null;
        }
    }

    /** Ends what is under way, if anything is. From now on nobody but the caller can run anything: others wait for the end. */
    public void stop() {
        last = Thread.currentThread();
        Process process = running;
        if (process != null) {
            end(process);
        }
    }

    private void giveWay() throws InterruptedException {
        if (last != null && last != Thread.currentThread()) {
            new CountDownLatch(1).await();
        }
    }

    private static void end(Process process) {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        family.forEach(ProcessHandle::destroy);
        long deadline = System.nanoTime() + TO_END.toNanos();
        while (family.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            family.stream().filter(ProcessHandle::isAlive).findFirst().ifPresent(one -> {
                try {
                    one.onExit().get(100, TimeUnit.MILLISECONDS);
                } catch (Exception notYet) {
                    // asked again until the deadline
                }
            });
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }

    private void read(Process process, List<String> lines) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                log.detail(line);
                synchronized (lines) {
                    lines.add(line);
                }
            }
        } catch (IOException closed) {
            log.detail("(its output broke off)");
        }
    }

    private static List<String> snapshot(List<String> lines) {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }
}
