package atlas.proof.rule;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A service may only choose capacity that its cluster has, and only once the cluster has it. */
final class CapacityOfCluster implements Rule {

    @Override
    public String id() {
        return "capacity-of-cluster";
    }

    @Override
    public String remedy() {
        return "associate the capacity provider with the cluster, and let the service depend on the association";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment
                .resources("AWS::ECS::Service")
                .flatMap(service -> deployment.behind(service.at("Cluster"), "AWS::ECS::Cluster").stream()
                        .flatMap(cluster -> breaches(service, cluster, deployment)));
    }

    private static Stream<Breach> breaches(Resource service, Resource cluster, Deployment deployment) {
        Optional<Resource> association = deployment
                .resources("AWS::ECS::ClusterCapacityProviderAssociations")
                .filter(one -> one.at("Cluster").reference().equals(Optional.of(cluster.name())))
                .findFirst();
        List<Value> had = Stream.concat(Stream.of(cluster), association.stream())
                .map(one -> one.at("CapacityProviders"))
                .flatMap(names -> names.isFunction() ? Stream.of(names) : names.items().stream())
                .toList();
        boolean isKnown = had.stream().allMatch(name -> isKnown(name, deployment));
        Stream<Breach> missing = Capacity.providers(service).stream()
                .filter(provider -> isKnown && isKnown(provider, deployment))
                .filter(provider -> had.stream().noneMatch(one -> one.json().equals(provider.json())))
                .map(provider -> Breach.of(
                        service,
                        "it chooses the capacity provider %s, which %s does not have",
                        provider,
                        cluster.name()));
        Stream<Breach> early = association.stream()
                .filter(one -> !Capacity.providers(service).isEmpty())
                .filter(one -> one.name().stack().equals(service.name().stack()))
                .filter(one -> !deployment.dependsOn(service.name()).contains(one.name()))
                .map(one -> Breach.of(service, "it may be created before, and deleted after, %s", one.name()));
        return Stream.concat(missing, early);
    }

    private static boolean isKnown(Value name, Deployment deployment) {
        return name.text().isPresent() || deployment.behind(name).isPresent();
    }
}
