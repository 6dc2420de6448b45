package atlas.proof.rehearsal.emulator;

import atlas.proof.rehearsal.aws.Answer;
import atlas.proof.rehearsal.aws.Aws;
import atlas.proof.rehearsal.aws.Endpoint;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * Who plays AWS.
 *
 * @param name in lower case, {@code unknown} when it does not say
 * @param version {@code unknown} when it does not say
 */
public record Emulator(String name, String version) {
    private static final String UNKNOWN = "unknown";

    /** As it presents itself by what only it answers. */
    public static Emulator at(Aws aws) {
        for (String name : new String[] {"ministack", "floci", "fakecloud"}) {
            Answer health = aws.unsigned("/_" + name + "/health");
            if (health.isOk() && health.json().isObject()) {
                return new Emulator(name, version(health.json()));
            }
        }
        Answer moto = aws.unsigned("/moto-api/data.json");
        if (moto.isOk() && moto.json().isObject()) {
            return new Emulator("moto", UNKNOWN);
        }
        Answer localStack = aws.unsigned("/_localstack/health");
        return localStack.isOk() && localStack.json().isObject()
                ? new Emulator("localstack", version(localStack.json()))
                : new Emulator(UNKNOWN, UNKNOWN);
    }

    /** Whether anybody does. */
    public static boolean answersAt(Aws aws) {
        return account(aws).status() != 0;
    }

    /** The account's number, as it says itself. */
    public static String accountAt(Aws aws) {
        String account = account(aws).elements("Account").stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
        return account.matches("\\d{12}") ? account : "000000000000";
    }

    private static Answer account(Aws aws) {
        return aws.query("sts", "2011-06-15", "GetCallerIdentity", Map.of());
    }

    private static String version(JsonNode health) {
        return health.path("version").asText(UNKNOWN);
    }

    /** The same, with what whoever started it knows of it. */
    public Emulator orVersion(String known) {
        return version.equals(UNKNOWN) ? new Emulator(name, known) : this;
    }

    /**
     * Where the CDK's command line finds the services, if one address for all will not do: moto takes the first part of a host's
     * name for a bucket's, and its CloudFormation reads templates from a host of two parts only.
     */
    public Map<String, String> addresses(Endpoint endpoint) {
        if (!name.equals("moto") || !endpoint.url().getHost().equals("127.0.0.1")) {
            return Map.of();
        }
        String byName = endpoint.toString().replace("127.0.0.1", "localhost");
        return Map.of(
                "AWS_ENDPOINT_URL", byName,
                "AWS_ENDPOINT_URL_S3", endpoint.toString(),
                "AWS_ENDPOINT_URL_S3_FOR_CLOUDFORMATION", byName);
    }

    @Override
    public String toString() {
        return version.equals(UNKNOWN) ? name : name + " " + version;
    }
}
