package atlas.compare.capacity;

import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a service of ECS, or what else starts tasks, puts them: by its launch type, its own strategy, or its cluster's. */
final class EcsPlacement {
    private static final String CLUSTER = "AWS::ECS::Cluster";
    private static final String PROVIDER = "AWS::ECS::CapacityProvider";

    private final SetUp setUp;
    private final Value settings;
    private final Value cluster;
    private final Value task;

    EcsPlacement(SetUp setUp, Resource service) {
        this(setUp, service.properties(), service.at("Cluster"), service.at("TaskDefinition"));
    }

    /** @param settings launch type or strategy */
    EcsPlacement(SetUp setUp, Value settings, Value cluster, Value task) {
        this.setUp = setUp;
        this.settings = settings;
        this.cluster = cluster;
        this.task = task;
    }

    /** Capacity providers with their bases and weights; empty where there is a launch type. */
    List<Value> strategy() {
        if (settings.at("LaunchType").isPresent()) {
            return List.of();
        }
        List<Value> own = settings.at("CapacityProviderStrategy").list();
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
        return setUp.referredTo(cluster, CLUSTER);
    }

    /** One that says nothing, in a cluster that says nothing, is what its task definition is made for. */
    boolean isOnFargate() {
        if (settings.at("LaunchType").isPresent()) {
            return settings.at("LaunchType").textOr("").equals("FARGATE");
        }
        if (!strategy().isEmpty()) {
            return strategy().stream()
                    .map(provider -> provider.at("CapacityProvider"))
                    .anyMatch(name -> name.text()
                            .filter(text -> text.startsWith("FARGATE"))
                            .isPresent());
        }
        return task().stream()
                .flatMap(task -> task.at("RequiresCompatibilities").items().stream())
                .anyMatch(compatibility -> compatibility.is("FARGATE"));
    }

    Optional<Resource> task() {
        return setUp.referredTo(task, "AWS::ECS::TaskDefinition").findFirst();
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
                && !settings.at("LaunchType").is("EXTERNAL");
    }

    boolean isIn(Resource cluster) {
        return clusters().anyMatch(cluster::equals);
    }
}
