package atlas.functions;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** A function in a process of its own under AWS's runtime interface client, started as the managed runtime does. */
final class LambdaProcess implements AutoCloseable {
    /** The least that {@code -c functionMemory} allows: what fits here fits into any function. */
    private static final int MEMORY_MIB = 512;

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final List<String> lines = new ArrayList<>();

    private LambdaProcess(Process process) {
        this.process = process;
        var reader = new Thread(this::readLines, "lambda-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** @param environment what the stack sets, besides what Lambda sets itself */
    static LambdaProcess start(
            LoopbackRuntimeApi api, Class<? extends RequestHandler<?, ?>> handler, Map<String, String> environment)
            throws IOException {
        String handlerName = handler.getName() + "::handleRequest";
        // The managed runtime works in the task root, and its class loader looks there.
        var builder = new ProcessBuilder(command(handlerName))
                .directory(TaskRoot.folder().toFile())
                .redirectError(
                        TaskRoot.folder().resolveSibling("lambda-stderr.log").toFile());
        Map<String, String> variables = builder.environment();
        variables.clear();
        variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", "atlas");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(MEMORY_MIB));
        variables.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
        variables.put("AWS_REGION", "us-east-1");
        variables.put("LAMBDA_TASK_ROOT", TaskRoot.folder().toString());
        variables.put("_HANDLER", handlerName);
        variables.putAll(environment);
        return new LambdaProcess(builder.start());
    }

    /** What it prints, once that are {@code count} lines. */
    synchronized List<String> lines(int count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (lines.size() < count && System.nanoTime() < deadline) {
            TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
        }
        return List.copyOf(lines);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for it to end by itself. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "the function still runs after %d s; it printed %s".formatted(PATIENCE_SECONDS, lines(0)));
        }
        return process.exitValue();
    }

    /** Stops it at once and for good. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /**
     * The flags are the managed runtime's own: Serial GC, C1 only, and where org.crac finds the runtime's hooks; heap,
     * metaspace and code cache as 85, 10 and 5 % of the memory, which is the command line quoted in
     * DataDog/datadog-lambda-extension#117.
     */
    private static List<String> command(String handler) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:MaxHeapSize=%dk".formatted(MEMORY_MIB * 1024 * 85 / 100),
                "-XX:MaxMetaspaceSize=%dk".formatted(MEMORY_MIB * 1024 * 10 / 100),
                "-XX:ReservedCodeCacheSize=%dk".formatted(MEMORY_MIB * 1024 * 5 / 100),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-Djava.net.preferIPv4Stack=true",
                NativeClientLibrary.flag(),
                "-cp",
                runtimeClassPath(),
                AWSLambda.class.getName(),
                handler);
    }

    /** The runtime's own jars and no others: the function's classes come from its task root. */
    private static String runtimeClassPath() {
        return Stream.of(AWSLambda.class, LambdaLogger.class, PojoSerializer.class, SdkInternalThreadLocal.class)
                .map(LambdaProcess::jarOf)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String jarOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void readLines() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException closed) {
            add("(broken off)");
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }
}
