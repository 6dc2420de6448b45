package atlas.functions;

import atlas.http.ContractSuite;
import atlas.http.Endpoint;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The built jar keeps the contract under AWS's runtime interface client; only what is behind the ports is local. */
class RuntimeContractIT extends ContractSuite {
    private static RunningFunction function;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        function = new RunningFunction(LocalHttpApi.class, HttpApiContractTest.environment(folder));
    }

    @AfterAll
    static void stop() {
        function.close();
    }

    @Override
    protected Endpoint endpoint() {
        return new HttpApiEndpoint(event -> function.invoke(event).json());
    }
}
