package atlas.proof.rule;

import java.util.List;
import java.util.stream.Stream;

/** EKS creates clusters of some versions of Kubernetes only. */
final class EksVersion implements Rule {
    /** Amazon EKS User Guide, "Kubernetes versions": those in standard or in extended support. */
    private static final List<String> SOLD = List.of("1.32", "1.33", "1.34", "1.35", "1.36", "1.37");

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
                .filter(version -> !SOLD.contains(version))
                .map(version -> Breach.of(
                        cluster,
                        "it asks for Kubernetes %s; on %s EKS sold %s",
                        version,
                        READ,
                        String.join(", ", SOLD))));
    }
}
