package atlas.proof.rehearsal.cdk;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Everything that happens, in a file; and its headlines, for whoever waits. Both with the seconds since the start. */
public final class RunLog implements AutoCloseable {
    private final long startedNanos = System.nanoTime();
    private final Path file;
    private final PrintWriter writer;
    private final Consumer<String> headlines;

    public RunLog(Path file, Consumer<String> headlines) throws IOException {
        Files.createDirectories(file.getParent());
        this.file = file;
        this.writer = new PrintWriter(Files.newBufferedWriter(file), true);
        this.headlines = headlines;
    }

    public Path file() {
        return file;
    }

    public double seconds() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    public synchronized void headline(String text) {
        String line = "[%5.0f s] %s".formatted(seconds(), text);
        headlines.accept(line);
        writer.println(line);
    }

    public synchronized void detail(String text) {
        writer.println("[%5.0f s]   %s".formatted(seconds(), text));
    }

    @Override
    public void close() {
        writer.close();
    }
}
