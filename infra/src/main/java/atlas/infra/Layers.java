package atlas.infra;

import atlas.infra.cdn.CdnStack;
import atlas.infra.cdn.EdgeCertificateStack;
import atlas.infra.database.DatabaseStack;
import atlas.infra.dns.DnsStack;
import atlas.infra.messaging.MessagingStack;
import atlas.infra.network.NetworkStack;
import atlas.infra.registry.RegistryStack;
import atlas.infra.storage.StorageStack;
import atlas.infra.web.HttpApiStack;
import atlas.infra.web.WebStack;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/**
 * The floors below the options. A layer is built when somebody first asks for it, so asking is how a stack says what it
 * needs. What a layer contains never depends on who asks.
 */
public final class Layers {
    private final App app;
    private final Settings settings;
    private NetworkStack network;
    private RegistryStack registry;
    private StorageStack storage;
    private DatabaseStack database;
    private MessagingStack messaging;
    private WebStack web;
    private HttpApiStack httpApi;
    private EdgeCertificateStack edgeCertificate;
    private CdnStack cdn;
    private DnsStack dns;

    public Layers(App app, Settings settings) {
        this.app = app;
        this.settings = settings;
    }

    public App app() {
        return app;
    }

    public Settings settings() {
        return settings;
    }

    public NetworkStack network() {
        return network == null ? network = new NetworkStack(this) : network;
    }

    public RegistryStack registry() {
        return registry == null ? registry = new RegistryStack(this) : registry;
    }

    public StorageStack storage() {
        return storage == null ? storage = new StorageStack(this) : storage;
    }

    public DatabaseStack database() {
        return database == null ? database = new DatabaseStack(this) : database;
    }

    public MessagingStack messaging() {
        return messaging == null ? messaging = new MessagingStack(this) : messaging;
    }

    public WebStack web() {
        return web == null ? web = new WebStack(this) : web;
    }

    public HttpApiStack httpApi() {
        return httpApi == null ? httpApi = new HttpApiStack(this) : httpApi;
    }

    public EdgeCertificateStack edgeCertificate(Domain.Delegated domain) {
        return edgeCertificate == null ? edgeCertificate = new EdgeCertificateStack(this, domain) : edgeCertificate;
    }

    public CdnStack cdn() {
        return cdn == null ? cdn = new CdnStack(this) : cdn;
    }

    /** The last stack on a visitor's way to the load balancer: the one with the names where they are public, else the CDN. */
    public Stack site() {
        return settings.domain() instanceof Domain.Delegated ? dns() : cdn();
    }

    public DnsStack dns() {
        return dns == null ? dns = new DnsStack(this) : dns;
    }
}
