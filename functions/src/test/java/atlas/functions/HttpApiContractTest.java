package atlas.functions;

import atlas.http.ContractSuite;
import atlas.http.Endpoint;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The handler keeps the contract, with events and answers as the managed runtime reads and writes them. */
class HttpApiContractTest extends ContractSuite {
    private static Endpoint endpoint;

    @BeforeAll
    static void start(@TempDir Path folder) {
        var handler = new LocalHttpApi(environment(folder)::get);
        endpoint = new HttpApiEndpoint(event -> LambdaSerialization.invoke(
                handler, APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPResponse.class, event));
    }

    /** What the stack sets, and where local ports keep images. */
    static Map<String, String> environment(Path folder) {
        return Map.of(
                "ATLAS_OPTION", HttpApiEndpoint.OPTION,
                "ATLAS_PREFIX", HttpApiEndpoint.PREFIX,
                "ATLAS_BUCKET", "atlas-images",
                "ATLAS_TABLE", "atlas-jobs",
                "ATLAS_QUEUE_URL", "https://sqs.us-east-1.amazonaws.com/123456789012/atlas",
                "ATLAS_LOG_LEVEL", "ERROR",
                "ATLAS_DATA_DIR", folder.toString());
    }

    @Override
    protected Endpoint endpoint() {
        return endpoint;
    }
}
