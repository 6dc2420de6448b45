package atlas.infra.dns;

import atlas.infra.Domain;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.route53.PublicHostedZone;
import software.constructs.Construct;

/**
 * A public zone that waits for its delegation: enter the name servers at the registrar, then deploy again with
 * {@code -c zoneId}. Until then a certificate would wait for its proof for hours, so none is asked for.
 *
 * <p>The zone stays when the stack lets go of it, which it does with {@code -c zoneId}: a domain whose name servers are gone
 * is nobody's. So it also stays after {@code cdk destroy}; delete it by hand.
 */
final class UndelegatedZone extends Construct {
    UndelegatedZone(Construct scope, Domain.Undelegated domain) {
        super(scope, "UndelegatedZone");
        PublicHostedZone zone = PublicHostedZone.Builder.create(this, "Zone")
                .zoneName(domain.name())
                .comment("Compute Atlas")
                .build();
        zone.applyRemovalPolicy(RemovalPolicy.RETAIN);
        CfnOutput.Builder.create(scope, "NameServers")
                .description("Enter these at the registrar of " + domain.name())
                .value(Fn.join(", ", zone.getHostedZoneNameServers()))
                .build();
        CfnOutput.Builder.create(scope, "ZoneId")
                .description("Then deploy with -c zoneId=")
                .value(zone.getHostedZoneId())
                .build();
    }
}
