package atlas.containers;

import atlas.app.Renderer;
import atlas.http.Capability;
import atlas.http.ContractSuite;
import atlas.http.Endpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The real server over a socket keeps the contract, posters and their worker included. */
class ServerContractTest extends ContractSuite {
    private static RunningServer server;
    private static Endpoint endpoint;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        server = new RunningServer(
                Renderer::render,
                Map.of(
                        "ATLAS_OPTION", "ecs-fargate",
                        "ATLAS_PREFIX", "/ecs-fargate",
                        "ATLAS_DATA_DIR", folder.toString()));
        endpoint = server.endpoint("/ecs-fargate", Set.of(Capability.MALFORMED_TARGET));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected Endpoint endpoint() {
        return endpoint;
    }
}
