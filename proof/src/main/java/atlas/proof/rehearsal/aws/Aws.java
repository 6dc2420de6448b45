package atlas.proof.rehearsal.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Asks the APIs of an emulator's services, signed by the AWS SDK with credentials that are none. Two dozen clients of the SDK
 * would do it, too, and weigh 70 MB; what is asked here is whether something is there, in one call each.
 */
public final class Aws {
    private static final AwsCredentialsIdentity NOBODY = AwsCredentialsIdentity.create("test", "test");
    private static final Set<String> GLOBAL = Set.of("iam", "cloudfront", "route53");
    private static final Set<String> SET_BY_THE_CLIENT = Set.of("host", "content-length");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Endpoint endpoint;
    private final String region;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public Aws(Endpoint endpoint, String region) {
        this.endpoint = endpoint;
        this.region = region;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    public String region() {
        return region;
    }

    /** As CloudFormation, EC2 and IAM are asked: a form, answered in XML. */
    public Answer query(String service, String version, String action, Map<String, String> parameters) {
        String form = "Action=" + action + "&Version=" + version
                + parameters.entrySet().stream()
                        .map(parameter -> "&" + parameter.getKey() + "=" + encode(parameter.getValue()))
                        .collect(Collectors.joining());
        return send(service, "POST", "/", form, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** As DynamoDB, SQS and ECS are asked: JSON, with the operation in a header. */
    public Answer json(String service, String target, ObjectNode body) {
        String version = target.startsWith("DynamoDB") || target.startsWith("AmazonSQS") ? "1.0" : "1.1";
        return send(
                service,
                "POST",
                "/",
                body.toString(),
                Map.of("Content-Type", "application/x-amz-json-" + version, "X-Amz-Target", target));
    }

    /** As S3, Lambda and EKS are asked: a path. */
    public Answer get(String service, String path) {
        return send(service, "GET", path, "", Map.of());
    }

    /** What is the emulator's own and no service of AWS: one that is signed for looks like a service's. */
    public Answer unsigned(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint.url() + path))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body());
        } catch (IOException nothing) {
            return new Answer(0, nothing.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer(0, stopped.toString());
        }
    }

    public Answer send(String service, String method, String path, String body, Map<String, String> headers) {
        return send(service, method, path, body, headers, PATIENCE);
    }

    /** @param patience how long the answer may take */
    public Answer send(
            String service, String method, String path, String body, Map<String, String> headers, Duration patience) {
        HttpResponse<byte[]> response;
        try {
            response = bytes(service, method, path, body, headers, patience);
        } catch (IOException nothing) {
            return new Answer(0, nothing.toString());
        }
        return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
    }

    /** For what is no text, such as an image. */
    public HttpResponse<byte[]> bytes(
            String service, String method, String path, String body, Map<String, String> headers, Duration patience)
            throws IOException {
        try {
            return http.send(signed(service, method, path, body, headers, patience), BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private HttpRequest signed(
            String service, String method, String path, String body, Map<String, String> headers, Duration patience) {
        byte[] payload = body.getBytes(StandardCharsets.UTF_8);
        URI url = URI.create(endpoint.url() + path);
        SdkHttpRequest.Builder unsigned = SdkHttpRequest.builder().uri(url).method(SdkHttpMethod.fromValue(method));
        headers.forEach(unsigned::putHeader);
        var signed = AwsV4HttpSigner.create().sign(request -> request.identity(NOBODY)
                .request(unsigned.build())
                .payload(ContentStreamProvider.fromByteArray(payload))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, GLOBAL.contains(service) ? "us-east-1" : region));
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(patience)
                .method(method, payload.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(payload));
        signed.request().headers().forEach((name, values) -> copy(request, name, values));
        return request.build();
    }

    private static void copy(HttpRequest.Builder request, String name, List<String> values) {
        if (!SET_BY_THE_CLIENT.contains(name.toLowerCase(java.util.Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
