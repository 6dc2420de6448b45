package atlas.infra.cdn;

import atlas.infra.Domain;
import atlas.infra.Layers;
import atlas.infra.guard.StackIdentity;
import software.amazon.awscdk.ReferenceStrength;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;

/** The site's certificate. CloudFront takes only certificates of us-east-1, hence a stack of its own. */
public final class EdgeCertificateStack extends Stack {
    private static final String REGION = "us-east-1";

    private final Certificate certificate;

    public EdgeCertificateStack(Layers layers, Domain.Delegated domain) {
        super(
                layers.app(),
                "EdgeCertificate",
                StackIdentity.layer(layers.settings(), REGION, "EdgeCertificate", "certificate of the site"));
        certificate = Certificate.Builder.create(this, "Certificate")
                .domainName(domain.name())
                .validation(CertificateValidation.fromDns(HostedZone.fromHostedZoneAttributes(
                        this,
                        "Zone",
                        HostedZoneAttributes.builder()
                                .hostedZoneId(domain.zoneId())
                                .zoneName(domain.name())
                                .build())))
                .build();
        // Read by Fn::GetStackOutput: the strong way across regions would bring two custom resources.
        certificate.applyCrossStackReferenceStrength(ReferenceStrength.WEAK);
    }

    public ICertificate certificate() {
        return certificate;
    }
}
