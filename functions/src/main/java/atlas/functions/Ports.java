package atlas.functions;

import atlas.adapters.AwsPorts;
import atlas.app.JobQueue;
import atlas.app.JobTable;
import atlas.app.ObjectStore;
import java.util.function.Function;

/** What the functions keep outside themselves, and how they hand work on. */
record Ports(JobTable table, JobQueue queue, ObjectStore objects) {
    /** @param environment names the region as {@code AWS_REGION} */
    static Ports onAws(FunctionSettings settings, Function<String, String> environment) {
        AwsPorts aws = AwsPorts.from(environment);
        return new Ports(
                aws.jobTable(settings.table()), aws.jobQueue(settings.queueUrl()), aws.objectStore(settings.bucket()));
    }
}
