package atlas.compare.measure.here;

import atlas.app.Tile;
import atlas.compare.measure.load.Answer;
import java.io.IOException;

/** A function in one execution environment, initialised. */
final class RunningFunction implements RunningApp {
    private final RuntimeApi api;
    private final Child child;
    private final long readyNanos;

    RunningFunction(RuntimeApi api, Child child, long readyNanos) {
        this.api = api;
        this.child = child;
        this.readyNanos = readyNanos;
    }

    @Override
    public Answer ask(Tile tile) throws IOException, InterruptedException {
        return HttpApiEvent.answer(api.invoke(HttpApiEvent.get(tile)));
    }

    @Override
    public String text(String path) throws IOException, InterruptedException {
        byte[] json = api.invoke(HttpApiEvent.get(path));
        int status = HttpApiEvent.answer(json).status();
        if (status != 200) {
            throw new IOException("%s was answered with %d".formatted(path, status));
        }
        return HttpApiEvent.text(json);
    }

    @Override
    public long pid() {
        return child.pid();
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
        api.close();
    }
}
