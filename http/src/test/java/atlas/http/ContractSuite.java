package atlas.http;

/**
 * What every way of serving the app is held to. A subclass names its {@link Endpoint}; that is all it takes to hold a
 * server, a container, a function or a deployed address to the contract.
 */
public abstract class ContractSuite implements RefusalContract, TileContract, PosterContract, ServiceContract {
    protected abstract Endpoint endpoint();

    @Override
    public Visitor visitor() {
        return new Visitor(endpoint());
    }
}
