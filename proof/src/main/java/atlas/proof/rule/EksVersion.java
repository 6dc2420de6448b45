package atlas.proof.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** EKS creates clusters of some versions of Kubernetes only. */
final class EksVersion implements Rule {
    /** Amazon EKS User Guide, "Kubernetes versions": 1.32 is the oldest in extended support. A newer one may come any day. */
    private static final int OLDEST = 32;

    private static final Pattern VERSION = Pattern.compile("1\\.(\\d{1,4})");

    private static final String READ = "2026-11-26";

    @Override
    public String id() {
        return "eks-version";
    }

    @Override
    public String remedy() {
        return "choose one of the versions that EKS still sells";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment.resources("AWS::EKS::Cluster").flatMap(cluster -> cluster.at("Version").text().stream()
                .filter(EksVersion::isGone)
                .map(version -> Breach.of(
                        cluster, "it asks for Kubernetes %s; on %s EKS sold 1.%d and newer", version, READ, OLDEST)));
    }

    private static boolean isGone(String version) {
        Matcher minor = VERSION.matcher(version);
        return !minor.matches() || Integer.parseInt(minor.group(1)) < OLDEST;
    }
}
