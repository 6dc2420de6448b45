package atlas.http;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Whatever answers at {@code -Datlas.contract.url}, prefix included, keeps the contract: {@code mvn -pl http -am test
 * -Dtest=DeployedContractTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Datlas.contract.url=https://d111111abcdef8.cloudfront.net/ecs-fargate}.
 */
@EnabledIfSystemProperty(named = "atlas.contract.url", matches = "https?://.+")
class DeployedContractTest extends ContractSuite {
    private static Endpoint endpoint;

    /** What stands before a deployed option answers the odd requests itself, so all capabilities are lacking. */
    @BeforeAll
    static void askForTheOption() throws IOException {
        URI url = URI.create(System.getProperty("atlas.contract.url").replaceFirst("/+$", ""));
        var lacks = EnumSet.allOf(Capability.class);
        Response info = new SocketEndpoint(url, "not known yet", lacks).send(Request.of("GET", url.getRawPath() + "/"));
        Map<String, Object> fields = JSON.std.mapFrom(info.body());
        endpoint = new SocketEndpoint(url, (String) fields.get("option"), lacks);
    }

    @Override
    protected Endpoint endpoint() {
        return endpoint;
    }
}
