package atlas.compare.measure.here;

import atlas.app.Tile;
import atlas.compare.measure.load.Answer;
import atlas.compare.measure.load.HttpTiles;
import java.io.IOException;
import java.net.http.HttpResponse;

/** A server that listens on loopback, in a process or in a container. */
final class RunningServer implements RunningApp {
    private final HttpTiles http;
    private final Child child;
    private final long pid;
    private final long readyNanos;

    /**
     * @param child what was started
     * @param pid of the server itself
     */
    RunningServer(Listening listening, Child child, long pid) {
        this.http = new HttpTiles(listening.root());
        this.readyNanos = listening.nanos();
        this.child = child;
        this.pid = pid;
    }

    @Override
    public Answer ask(Tile tile) throws IOException, InterruptedException {
        return http.ask(tile);
    }

    @Override
    public String text(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = http.text(path);
        if (response.statusCode() != 200) {
            throw new IOException("%s was answered with %d".formatted(path, response.statusCode()));
        }
        return response.body();
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public long startedNanos() {
        return child.startedNanos();
    }

    @Override
    public long readyNanos() {
        return readyNanos;
    }

    @Override
    public void close() {
        child.close();
    }
}
