package atlas.containers;

import atlas.app.JobQueue;
import atlas.app.JobTable;
import atlas.app.ObjectStore;

/**
 * What the app keeps things in and hands them on by.
 *
 * @param release what is to be done when nothing uses them any more
 */
record Ports(ObjectStore objects, JobTable jobs, JobQueue queue, Runnable release) implements AutoCloseable {
    @Override
    public void close() {
        release.run();
    }
}
