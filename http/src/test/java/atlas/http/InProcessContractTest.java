package atlas.http;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The function itself keeps the contract. */
class InProcessContractTest extends ContractSuite {
    private static Endpoint endpoint;

    @BeforeAll
    static void start(@TempDir Path folder) {
        endpoint = new InProcessEndpoint(folder, new PrintStream(OutputStream.nullOutputStream()));
    }

    @Override
    protected Endpoint endpoint() {
        return endpoint;
    }
}
