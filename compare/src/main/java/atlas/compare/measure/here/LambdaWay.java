package atlas.compare.measure.here;

import atlas.compare.measure.LocalTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The functions' jar under AWS's runtime interface client, as the managed runtime would start it for a function of 1,769
 * MB, which is one vCPU; and as it is without SnapStart. No AWS is in reach: a tile needs none.
 */
final class LambdaWay implements Way {
    private static final int MEMORY_MIB = 1769;
    private static final String HANDLER = "atlas.functions.HttpApiHandler::handleRequest";
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String LIBRARY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    /**
     * C1 alone and the serial collector: docs.aws.amazon.com/lambda, "Java customization". Heap, metaspace and code cache as
     * 85, 10 and 5 % of the memory: the command line that Lambda runs, quoted in DataDog/datadog-lambda-extension#117.
     */
    private static final List<String> FLAGS = List.of(
            "-XX:MaxHeapSize=%dk".formatted(MEMORY_MIB * 1024 * 85 / 100),
            "-XX:MaxMetaspaceSize=%dk".formatted(MEMORY_MIB * 1024 * 10 / 100),
            "-XX:ReservedCodeCacheSize=%dk".formatted(MEMORY_MIB * 1024 * 5 / 100),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");

    /** What the client itself needs. */
    private static final List<String> CLIENT_FLAGS = List.of(
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "-Djava.net.preferIPv4Stack=true");

    private final Path jar;
    private final String digest;
    private final String runtime;
    private final Path library;
    private final Path taskRoot;
    private final Cleanup cleanup;

    LambdaWay(ProjectFiles files, Cleanup cleanup) throws IOException {
        this.jar = files.functionsJar();
        this.digest = ProjectFiles.digest(jar);
        this.runtime = files.lambdaRuntime();
        this.library = files.lambdaRuntimeLibrary();
        this.taskRoot = TaskRoot.of(jar, digest, files.scratch());
        this.cleanup = cleanup;
    }

    @Override
    public String id() {
        return LocalTarget.LAMBDA;
    }

    @Override
    public String option() {
        return HttpApiEvent.OPTION;
    }

    @Override
    public String startedWith() {
        return "java %s ... %s %s".formatted(String.join(" ", FLAGS), CLIENT, HANDLER);
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
        RuntimeApi api = cleanup.make(RuntimeApi::new, RuntimeApi::close);
        ProcessBuilder command = Jvm.command(
                FLAGS,
                concat(CLIENT_FLAGS, List.of("-D%s=%s".formatted(LIBRARY, library), "-cp", runtime, CLIENT, HANDLER)));
        command.directory(taskRoot.toFile()).environment().putAll(environment(api.address()));
        Child child = Child.start(command, line -> {}, cleanup);
        return new RunningFunction(api, child, child.await(api.ready()));
    }

    private Map<String, String> environment(String api) {
        return Map.ofEntries(
                Map.entry("AWS_LAMBDA_RUNTIME_API", api),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", "atlas"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(MEMORY_MIB)),
                Map.entry("AWS_LAMBDA_LOG_FORMAT", "JSON"),
                Map.entry("AWS_REGION", "us-east-1"),
                Map.entry("AWS_ENDPOINT_URL", "http://127.0.0.1:1"),
                Map.entry("LAMBDA_TASK_ROOT", taskRoot.toString()),
                Map.entry("_HANDLER", HANDLER),
                Map.entry("ATLAS_OPTION", HttpApiEvent.OPTION),
                Map.entry("ATLAS_PREFIX", "/" + HttpApiEvent.OPTION),
                Map.entry("ATLAS_BUCKET", "not-asked"),
                Map.entry("ATLAS_TABLE", "not-asked"),
                Map.entry("ATLAS_QUEUE_URL", "http://127.0.0.1:1/not-asked"));
    }

    private static List<String> concat(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
