package atlas.proof.rule;

import atlas.compare.template.Value;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** CloudFront answers by a name of yours only with a certificate for it, and asks origins by name only. */
final class DistributionNames implements Rule {
    private static final List<String> CERTIFICATES = List.of("AcmCertificateArn", "IamCertificateId");
    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|\\[?[0-9a-fA-F]*:[0-9a-fA-F:]+]?");

    @Override
    public String id() {
        return "distribution-names";
    }

    @Override
    public String remedy() {
        return "give the distribution a certificate from ACM in us-east-1, and its origins names";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment.resources("AWS::CloudFront::Distribution").flatMap(distribution -> {
            Value config = distribution.at("DistributionConfig");
            Value certificate = config.at("ViewerCertificate");
            boolean hasNone =
                    CERTIFICATES.stream().noneMatch(kind -> certificate.at(kind).isPresent());
            Stream<Breach> aliases = config.at("Aliases").items().stream()
                    .filter(alias -> hasNone && !certificate.isFunction())
                    .map(alias -> Breach.of(distribution, "it has the alias %s, and no certificate", alias));
            Stream<Breach> origins = config.at("Origins").items().stream()
                    .flatMap(origin -> origin.at("DomainName").text().stream())
                    .filter(name -> ADDRESS.matcher(name).matches())
                    .map(name ->
                            Breach.of(distribution, "it has the origin %s, which is an address and no name", name));
            return Stream.concat(aliases, origins);
        });
    }
}
