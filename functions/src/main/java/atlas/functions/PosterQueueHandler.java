package atlas.functions;

import atlas.adapters.AwsPorts;
import atlas.app.JobIds;
import atlas.app.PosterWorker;
import atlas.http.JsonLog;
import atlas.http.Level;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Renders the posters whose ids a batch of SQS messages names. A message counts as done only when its poster is: any
 * other is reported as failed, comes back after its visibility time-out, and in the end goes to the dead-letter queue.
 * The event source has to report batch item failures ({@code ReportBatchItemFailures}).
 */
public final class PosterQueueHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final PosterWorker worker;
    private final JsonLog log;

    /**
     * Called by Lambda.
     *
     * @throws IllegalArgumentException if a setting is missing or not fit
     */
    public PosterQueueHandler() {
        this(FunctionSettings.from(System::getenv), AwsPorts.from(System::getenv), InstantSource.system());
    }

    private PosterQueueHandler(FunctionSettings settings, AwsPorts aws, InstantSource clock) {
        this(
                new PosterWorker(
                        aws.jobTable(settings.table()),
                        aws.objectStore(settings.bucket()),
                        clock,
                        settings.visibility()),
                new JsonLog(settings.mount().option(), settings.logLevel(), clock, System.out));
    }

    PosterQueueHandler(PosterWorker worker, JsonLog log) {
        this.worker = worker;
        this.log = log;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        requireMessages(event);
        List<BatchItemFailure> failures = event.getRecords().stream()
                .filter(message -> !settles(message))
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .toList();
        return new SQSBatchResponse(failures);
    }

    /** Other sources have Records, too, but only SQS gives them a message id, and a failure can be told by nothing else. */
    private static void requireMessages(SQSEvent event) {
        if (event == null || event.getRecords() == null) {
            throw new IllegalArgumentException("this is no event of SQS: it has no Records");
        }
        if (event.getRecords().stream().anyMatch(message -> message == null || message.getMessageId() == null)) {
            throw new IllegalArgumentException("this is no event of SQS: a record has no messageId");
        }
    }

    /** Does what the message asks for. Whatever goes wrong with one must not touch the others of its batch. */
    private boolean settles(SQSMessage message) {
        String jobId = message.getBody() == null ? "" : message.getBody();
        if (!JobIds.isId(jobId)) {
            log.write(Level.WARN, Map.of("message", "names no job", "messageId", message.getMessageId()));
            return false;
        }
        try {
            PosterWorker.Outcome outcome = worker.work(jobId);
            log.write(
                    outcome.isSettled() ? Level.INFO : Level.WARN,
                    Map.of("message", "poster", "job", jobId, "outcome", outcome.name()));
            return outcome.isSettled();
        } catch (RuntimeException failure) {
            log.error("poster " + jobId + " could not be worked on", failure);
            return false;
        }
    }
}
