package atlas.infra.dns;

import atlas.infra.Domain;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.route53.PublicHostedZone;
import software.constructs.Construct;

/**
 * A public zone that waits for its delegation: enter the name servers at the registrar, then deploy again with
 * {@code -c zoneId}. Until then a certificate would wait for its proof for hours, so none is asked for.
 */
final class UndelegatedZone extends Construct {
    UndelegatedZone(Construct scope, Domain.Undelegated domain) {
        super(scope, "UndelegatedZone");
        PublicHostedZone zone = PublicHostedZone.Builder.create(this, "Zone")
                .zoneName(domain.name())
                .comment("Compute Atlas")
                .build();
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
