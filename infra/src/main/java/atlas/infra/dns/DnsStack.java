package atlas.infra.dns;

import atlas.infra.Domain;
import atlas.infra.Layers;
import atlas.infra.guard.StackIdentity;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * Names: in public with a domain, where they are on each visitor's way in; else inside the VPC, where nothing needs them
 * and this stack is deployed by its name.
 */
public final class DnsStack extends Stack {
    public DnsStack(Layers layers) {
        super(layers.app(), "Dns", StackIdentity.layer(layers.settings(), "Dns", "names, private or public"));
        names(layers);
        if (layers.settings().allowCidr().isEmpty() && !(layers.settings().domain() instanceof Domain.Undelegated)) {
            new SiteHealth(this, layers.cdn().siteHost());
        }
    }

    private Construct names(Layers layers) {
        if (layers.settings().domain() instanceof Domain.Delegated domain) {
            return new PublicNames(this, domain, layers.cdn().distribution());
        }
        if (layers.settings().domain() instanceof Domain.Undelegated domain) {
            return new UndelegatedZone(this, domain);
        }
        return new PrivateNames(this, layers.network().vpc(), layers.web());
    }
}
