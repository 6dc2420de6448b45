package atlas.compare.measure.here;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program that runs containers, and is there and works: podman or docker. */
record Engine(String name) {
    private static final List<String> NAMES = List.of("podman", "docker");
    private static final int PATIENCE_SECONDS = 120;

    /** What a command printed, error messages included. */
    record Outcome(boolean worked, String printed) {
        String lastLine() {
            return printed.substring(printed.lastIndexOf('\n') + 1);
        }
    }

    /** @throws Absent if there is neither, or none that works, or none whose containers can be seen from here */
    static Engine find() throws Absent, InterruptedException {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new Absent("on this system containers run in a virtual machine, and their processes cannot be seen");
        }
        return find(NAMES);
    }

    static Engine find(List<String> names) throws Absent, InterruptedException {
        List<String> reasons = new ArrayList<>();
        for (String name : names) {
            Engine engine = new Engine(name);
            Outcome list = engine.run("ps");
            if (list.worked()) {
                return engine;
            }
            reasons.add("%s: %s".formatted(name, list.lastLine()));
        }
        throw new Absent("no container engine works here (%s)".formatted(String.join("; ", reasons)));
    }

    Outcome run(String... arguments) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(List.of(arguments))).redirectErrorStream(true);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            var printed = CompletableFuture.supplyAsync(
                    () -> process.inputReader().lines().toList());
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Outcome(false, "no end within %d s".formatted(PATIENCE_SECONDS));
            }
            return new Outcome(
                    process.exitValue() == 0, String.join("\n", printed.join()).strip());
        } catch (IOException notThere) {
            return new Outcome(false, "not installed");
        }
    }

    List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(arguments);
        return command;
    }
}
