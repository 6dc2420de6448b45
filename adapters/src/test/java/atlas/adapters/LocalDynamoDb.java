package atlas.adapters;

import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** AWS's DynamoDB for one machine, in memory. Its own launcher would listen on all addresses and report its use. */
final class LocalDynamoDb implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    LocalDynamoDb() {
        boolean inMemory = true;
        boolean oneForAllRegions = true;
        boolean slowTransitions = false;
        var engine = new LocalDynamoDBRequestHandler(0, inMemory, null, oneForAllRegions, slowTransitions);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new LocalDynamoDBServerHandler(engine, null));
        LifeCycle.start(server);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
