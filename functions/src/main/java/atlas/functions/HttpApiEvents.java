package atlas.functions;

import atlas.http.Excerpt;
import atlas.http.Request;
import atlas.http.Response;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An HTTP API's events and answers, payload format 2.0, as the app's requests and responses. */
final class HttpApiEvents {
    private static final int LONGEST_EXCERPT = 40;

    private HttpApiEvents() {}

    /**
     * API Gateway has percent-decoded the path, joined repeated headers by commas and taken the cookies out of them.
     *
     * @throws IllegalArgumentException if {@code event} has another format: the integration is set up wrongly
     */
    static Request request(APIGatewayV2HTTPEvent event) {
        requireMethodAndPath(event);
        String method = event.getRequestContext().getHttp().getMethod();
        String query = event.getRawQueryString() == null ? "" : event.getRawQueryString();
        return new Request(method, event.getRawPath(), query, headers(event), body(event));
    }

    private static void requireMethodAndPath(APIGatewayV2HTTPEvent event) {
        if (event == null
                || event.getRequestContext() == null
                || event.getRequestContext().getHttp() == null
                || event.getRequestContext().getHttp().getMethod() == null
                || event.getRawPath() == null) {
            String version = event == null ? "null" : String.valueOf(event.getVersion());
            throw new IllegalArgumentException(
                    ("this is no HTTP API event of payload format 2.0, with a method and a path, "
                                    + "its version is %s; set the integration's payload format version to 2.0")
                            .formatted(Excerpt.of(version, LONGEST_EXCERPT)));
        }
    }

    /** Text goes as it is, an image as base64: nothing else fits into JSON. */
    static APIGatewayV2HTTPResponse response(Response response) {
        boolean image = response.header("Content-Type").orElse("").startsWith("image/");
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(response.status())
                .withHeaders(response.headers())
                .withBody(image ? Base64.getEncoder().encodeToString(response.body()) : text(response.body()))
                .withIsBase64Encoded(image)
                .build();
    }

    private static Map<String, String> headers(APIGatewayV2HTTPEvent event) {
        var headers = new HashMap<String, String>();
        if (event.getHeaders() != null) {
            headers.putAll(event.getHeaders());
        }
        List<String> cookies = event.getCookies();
        if (cookies != null) {
            headers.put("cookie", String.join("; ", cookies));
        }
        return headers;
    }

    private static byte[] body(APIGatewayV2HTTPEvent event) {
        if (event.getBody() == null) {
            return new byte[0];
        }
        return event.getIsBase64Encoded()
                ? Base64.getDecoder().decode(event.getBody())
                : event.getBody().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
