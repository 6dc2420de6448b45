package atlas.adapters;

import atlas.app.JobQueue;
import atlas.app.JobTable;
import atlas.app.ObjectStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * The ports on an AWS that is made up. Each call is put together, signed, and its answer read as ever, yet no credentials
 * are looked for and no connection is opened. Who uses them before a snapshot of the process is taken, has in it what the
 * first real call would otherwise have to load.
 *
 * <p>The table takes every job and knows every job as done, the queue takes every message, and every object is there.
 */
public final class RehearsalPorts {
    private static final AwsPorts MADE_UP = new AwsPorts(
            Region.US_EAST_1,
            TimeLimits.STANDARD,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing")),
            new MadeUpAws());

    private RehearsalPorts() {}

    public static ObjectStore objectStore() {
        return MADE_UP.objectStore("rehearsal");
    }

    public static JobTable jobTable() {
        return MADE_UP.jobTable("rehearsal");
    }

    public static JobQueue jobQueue() {
        return MADE_UP.jobQueue("https://rehearsal/queue");
    }
}
