package atlas.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What answers, and whether it wants requests. */
final class ServiceEndpoint {
    private final BooleanSupplier ready;
    private final Supplier<ServiceInfo> info;

    ServiceEndpoint(BooleanSupplier ready, Supplier<ServiceInfo> info) {
        this.ready = ready;
        this.info = info;
    }

    Response info(Call call) {
        ServiceInfo service = info.get();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("option", service.option());
        fields.put("version", service.version());
        fields.put("instance", service.instance());
        fields.put("zone", service.zone());
        fields.put("architecture", service.architecture());
        fields.put("vcpu", service.vcpu());
        fields.put("memoryMiB", service.memoryMiB());
        fields.put("jvm", service.jvm());
        fields.put("startedAt", service.startedAt().toString());
        fields.put("startupMillis", service.startupMillis());
        fields.put("firstRequest", call.first());
        return Json.response(200, fields);
    }

    Response health(Call call) {
        if (!ready.getAsBoolean()) {
            throw new Problem(Status.SERVICE_UNAVAILABLE, "this instance is stopping; ask another");
        }
        return Json.response(200, Map.of("status", "ready"));
    }
}
