package atlas.functions;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Calls a handler with JSON as the managed runtime does, through the runtime's own serialisation. */
final class LambdaSerialization {
    private LambdaSerialization() {}

    static <E, A> String invoke(RequestHandler<E, A> handler, Class<E> event, Class<A> answer, String json) {
        var out = new ByteArrayOutputStream();
        serializer(answer).toJson(handler.handleRequest(serializer(event).fromJson(json), null), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A handler that takes and gives JSON as maps. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class has no type arguments
    static Map<String, Object> invoke(RequestHandler<Map<String, Object>, Map<String, Object>> handler, String json)
            throws IOException {
        return JSON.std.mapFrom(invoke((RequestHandler) handler, Map.class, Map.class, json));
    }

    /** The runtime knows most of AWS's events by name, and takes any other class field by field. */
    private static <T> PojoSerializer<T> serializer(Class<T> type) {
        return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
                ? LambdaEventSerializers.serializerFor(type, type.getClassLoader())
                : JacksonFactory.getInstance().getSerializer(type);
    }
}
