package atlas.compare.measure.deployed;

import atlas.compare.BadInput;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file that {@code cdk deploy --outputs-file} writes: of each stack its outputs. The output {@code Url} of a stack
 * {@code AtlasEcsFargate} is where the option {@code ecs-fargate} answers.
 */
final class CdkOutputs {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PREFIX = "Atlas";
    /** It has a Url, too: the map page's, which is no option. */
    private static final String CDN = "AtlasCdn";

    private CdkOutputs() {}

    /**
     * The addresses of the options, by id.
     *
     * @throws BadInput if the file is not there, holds something else, or names no option's address
     */
    static Map<String, URI> read(Path file) {
        JsonNode stacks = json(file);
        Map<String, URI> urls = new TreeMap<>();
        stacks.properties().forEach(stack -> {
            JsonNode url = stack.getValue().path("Url");
            if (stack.getKey().startsWith(PREFIX) && !stack.getKey().equals(CDN) && url.isTextual()) {
                urls.put(id(stack.getKey()), address(stack.getKey(), url.asText()));
            }
        });
        if (urls.isEmpty()) {
            throw new BadInput("%s names no option's Url; npx cdk deploy EcsFargate --outputs-file %s writes one"
                    .formatted(file, file));
        }
        return urls;
    }

    private static JsonNode json(Path file) {
        try {
            JsonNode json = MAPPER.readTree(Files.readString(file));
            if (!json.isObject()) {
                throw new BadInput("%s is no file of CDK outputs: it holds no JSON object".formatted(file));
            }
            return json;
        } catch (NoSuchFileException absent) {
            throw new BadInput(
                    "there is no file %s; npx cdk deploy --all --outputs-file %s writes it".formatted(file, file));
        } catch (JsonProcessingException other) {
            throw new BadInput("%s is no file of CDK outputs: it holds no JSON".formatted(file));
        } catch (IOException unreadable) {
            throw new BadInput("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
        }
    }

    /** From a stack's name to an option's id: AtlasEc2AutoScaling is ec2-auto-scaling. */
    static String id(String stack) {
        return stack.substring(PREFIX.length())
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** Over HTTPS, or to this machine itself. */
    private static URI address(String stack, String url) {
        try {
            URI address = URI.create(url.endsWith("/") ? url : url + "/");
            if ("https".equals(address.getScheme()) && address.getHost() != null
                    || "http".equals(address.getScheme()) && isLoopback(address.getHost())) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            // refused below, in the same words as any other address that will not do
        }
        throw new BadInput("%s.Url must be an https address, got %s".formatted(stack, url));
    }

    private static boolean isLoopback(String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }
}
