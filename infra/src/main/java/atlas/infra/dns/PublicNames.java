package atlas.infra.dns;

import atlas.infra.Domain;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.DistributionAttributes;
import software.amazon.awscdk.services.cloudfront.IDistribution;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.AaaaRecord;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import software.constructs.Construct;

/** Alias records of the domain to CloudFront, for IPv4 and IPv6. */
final class PublicNames extends Construct {
    PublicNames(Construct scope, Domain.Delegated domain, IDistribution distribution) {
        super(scope, "PublicNames");
        IHostedZone zone = HostedZone.fromHostedZoneAttributes(
                this,
                "Zone",
                HostedZoneAttributes.builder()
                        .hostedZoneId(domain.zoneId())
                        .zoneName(domain.name())
                        .build());
        // Known to this stack by its names alone: else its target would leave a mapping in the Cdn stack.
        IDistribution known = Distribution.fromDistributionAttributes(
                this,
                "Distribution",
                DistributionAttributes.builder()
                        .distributionId(distribution.getDistributionId())
                        .domainName(distribution.getDistributionDomainName())
                        .build());
        RecordTarget site = RecordTarget.fromAlias(new CloudFrontTarget(known));
        ARecord.Builder.create(this, "Ipv4").zone(zone).target(site).build();
        AaaaRecord.Builder.create(this, "Ipv6").zone(zone).target(site).build();
    }
}
