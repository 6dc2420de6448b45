package atlas.functions;

import atlas.app.JobQueue.Delivery;
import atlas.app.PosterWorker;
import atlas.app.local.FolderObjectStore;
import atlas.app.local.MemoryJobQueue;
import atlas.app.local.MemoryJobTable;
import atlas.http.JsonLog;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.crac.Core;

/**
 * Both handlers over local ports, so that they run where AWS is not. Before a request is answered, the event source has
 * delivered the posters ordered by then. Public, since the runtime interface client loads it by name.
 */
public final class LocalHttpApi implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final MemoryJobQueue queue;
    private final HttpApiHandler requests;
    private final PosterQueueHandler posters;

    public LocalHttpApi() {
        this(System::getenv);
    }

    /** @param environment also says with {@code ATLAS_DATA_DIR} where images go */
    LocalHttpApi(Function<String, String> environment) {
        var settings = FunctionSettings.from(environment);
        var clock = InstantSource.system();
        queue = new MemoryJobQueue(clock, settings.visibility());
        var ports = new Ports(
                new MemoryJobTable(), queue, new FolderObjectStore(Path.of(environment.apply("ATLAS_DATA_DIR"))));
        var log = new JsonLog(settings.mount().option(), settings.logLevel(), clock, System.out);
        var launch =
                new Launch(settings, ports, log, clock, () -> UUID.randomUUID().toString(), environment);
        requests = new HttpApiHandler(settings.admission(), launch, new Rehearsal(), Core.getGlobalContext());
        posters = new PosterQueueHandler(
                new PosterWorker(ports.table(), ports.objects(), clock, settings.visibility()), log);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        deliver();
        return requests.handleRequest(event, context);
    }

    private void deliver() {
        try {
            for (Optional<Delivery> next = queue.receive(Duration.ZERO);
                    next.isPresent();
                    next = queue.receive(Duration.ZERO)) {
                Delivery delivery = next.get();
                if (posters.handleRequest(batch(delivery), null)
                        .getBatchItemFailures()
                        .isEmpty()) {
                    queue.delete(delivery);
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SQSEvent batch(Delivery delivery) {
        var message = new SQSEvent.SQSMessage();
        message.setMessageId(delivery.receipt());
        message.setBody(delivery.jobId());
        var event = new SQSEvent();
        event.setRecords(List.of(message));
        return event;
    }
}
