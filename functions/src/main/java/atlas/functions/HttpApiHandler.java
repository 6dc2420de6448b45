package atlas.functions;

import atlas.http.AtlasApi;
import atlas.http.Request;
import atlas.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Objects;
import org.crac.Core;
import org.crac.Resource;

/**
 * Answers requests of an HTTP API, payload format 2.0. Everything is made before the first of them: with SnapStart when
 * a version is published, and what must not be shared by the environments woken from one snapshot is made anew.
 */
public final class HttpApiHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Resource {
    private final Admission admission;
    private final Launch launch;
    private final Runnable rehearsal;
    private volatile AtlasApi api;

    /**
     * Called by Lambda.
     *
     * @throws IllegalArgumentException if a setting is missing or not fit
     */
    public HttpApiHandler() {
        this(FunctionSettings.from(System::getenv));
    }

    private HttpApiHandler(FunctionSettings settings) {
        this(settings.admission(), Launch.onAws(settings, System::getenv), new Rehearsal(), Core.getGlobalContext());
    }

    /**
     * @param launch makes what answers in one execution environment
     * @param rehearsal what to do before a snapshot so that everything is loaded in it
     * @param snapshots tells when a snapshot is taken or woken
     */
    HttpApiHandler(Admission admission, Launch launch, Runnable rehearsal, org.crac.Context<Resource> snapshots) {
        this.admission = admission;
        this.launch = launch;
        this.rehearsal = rehearsal;
        this.api = launch.cold();
        snapshots.register(this);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = HttpApiEvents.request(event);
        Response response = admits(event, request) ? api.answer(request) : api.forbid(request);
        return HttpApiEvents.response(response);
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> snapshots) {
        rehearsal.run();
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> snapshots) {
        api = launch.restored();
    }

    private boolean admits(APIGatewayV2HTTPEvent event, Request request) {
        String source = event.getRequestContext().getHttp().getSourceIp();
        return admission.admits(
                Objects.requireNonNullElse(source, ""),
                request.header(Admission.EDGE_HEADER).orElse(""));
    }
}
