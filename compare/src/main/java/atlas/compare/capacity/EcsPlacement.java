package atlas.compare.capacity;

import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.util.List;
import java.util.stream.Stream;

/** Where a service of ECS puts its tasks: by its launch type, its own strategy, or that of its cluster. */
final class EcsPlacement {
    private static final String CLUSTER = "AWS::ECS::Cluster";
    private static final String PROVIDER = "AWS::ECS::CapacityProvider";

    private final SetUp setUp;
    private final Resource service;

    EcsPlacement(SetUp setUp, Resource service) {
        this.setUp = setUp;
        this.service = service;
    }

    /** Capacity providers with their bases and weights; empty for a service with a launch type. */
    List<Value> strategy() {
        if (service.at("LaunchType").isPresent()) {
            return List.of();
        }
        List<Value> own = service.at("CapacityProviderStrategy").list();
        return own.isEmpty() ? ofItsCluster() : own;
    }

    private List<Value> ofItsCluster() {
        return Stream.concat(
                        clusters(),
                        setUp.resources("AWS::ECS::ClusterCapacityProviderAssociations")
                                .filter(associations -> clusters().anyMatch(cluster -> associations
                                        .at("Cluster")
                                        .references()
                                        .contains(cluster.name()))))
                .flatMap(cluster -> cluster.at("DefaultCapacityProviderStrategy").list().stream())
                .toList();
    }

    private Stream<Resource> clusters() {
        return setUp.referredTo(service.at("Cluster"), CLUSTER);
    }

    /** One that says nothing, in a cluster that says nothing, is what its task definition is made for. */
    boolean isOnFargate() {
        if (service.at("LaunchType").isPresent()) {
            return service.at("LaunchType").textOr("").equals("FARGATE");
        }
        if (!strategy().isEmpty()) {
            return strategy().stream()
                    .map(provider -> provider.at("CapacityProvider"))
                    .anyMatch(name -> name.text()
                            .filter(text -> text.startsWith("FARGATE"))
                            .isPresent());
        }
        return EcsServices.task(setUp, service).stream()
                .flatMap(task -> task.at("RequiresCompatibilities").items().stream())
                .anyMatch(compatibility -> compatibility.is("FARGATE"));
    }

    /** Those of the strategy that are in the template. */
    Stream<Resource> providers() {
        return strategy().stream()
                .flatMap(entry -> Stream.concat(
                        setUp.referredTo(entry.at("CapacityProvider"), PROVIDER),
                        setUp.resources(PROVIDER).filter(provider -> entry.at("CapacityProvider")
                                .text()
                                .filter(provider.at("Name")::is)
                                .isPresent())));
    }

    /** Whether it asks for instances without saying whose. */
    boolean isOnInstancesOfItsCluster() {
        return strategy().isEmpty()
                && !isOnFargate()
                && !service.at("LaunchType").is("EXTERNAL");
    }

    boolean isIn(Resource cluster) {
        return clusters().anyMatch(cluster::equals);
    }
}
