package atlas.functions;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The handlers that are deployed, each with what its stack sets and an event that makes it call AWS. */
enum Handler {
    HTTP_API(HttpApiHandler.class, HttpApiHandlerIT.settings(), EventSample.HTTP_API_POST_POSTER),
    SQS(PosterQueueHandler.class, HttpApiHandlerIT.settings(), EventSample.SQS_POSTERS),
    S3(S3JobHandler.class, Handler.settings("lambda-s3-trigger"), EventSample.S3_JOB_CREATED),
    SCHEDULE(FeaturedPlaceHandler.class, Handler.settings("lambda-schedule"), EventSample.SCHEDULE_HOUR);

    /** The job that {@code jobs/sunset.json} holds. */
    static final byte[] JOB =
            "{\"zoom\":1,\"x\":0,\"y\":0,\"columns\":1,\"rows\":1,\"iterations\":9}".getBytes(StandardCharsets.UTF_8);

    static final String JOB_ETAG = LoopbackAws.md5(JOB);

    private final Class<? extends RequestHandler<?, ?>> type;
    private final Map<String, String> settings;
    private final EventSample good;

    Handler(Class<? extends RequestHandler<?, ?>> type, Map<String, String> settings, EventSample good) {
        this.type = type;
        this.settings = settings;
        this.good = good;
    }

    /** Starts it, with two jobs in the queue and the table, and one in the bucket. */
    RunningFunction start(Duration timeout) throws IOException {
        var function = new RunningFunction(type, settings, timeout);
        function.aws().table().add("job-0001", "QUEUED");
        function.aws().table().add("job-0002", "QUEUED");
        function.aws().keep(JOB);
        return function;
    }

    Map<String, String> settings() {
        return settings;
    }

    Class<? extends RequestHandler<?, ?>> type() {
        return type;
    }

    String good() throws IOException {
        return withEtag(good.text());
    }

    static String withEtag(String event) {
        return event.replace("@etag@", JOB_ETAG);
    }

    /** Of a function that an event starts: it has no path and no queue. */
    private static Map<String, String> settings(String option) {
        return Map.of(
                "ATLAS_OPTION", option,
                "ATLAS_BUCKET", "atlas-images",
                "ATLAS_TABLE", "atlas-jobs",
                "ATLAS_VISIBILITY_SECONDS", "150");
    }
}
