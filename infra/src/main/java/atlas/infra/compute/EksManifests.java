package atlas.infra.compute;

import atlas.infra.OffHours;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.eks_v2.ICluster;
import software.amazon.awscdk.services.eks_v2.KubernetesManifest;
import software.amazon.awscdk.services.eks_v2.KubernetesObjectValue;
import software.constructs.Construct;
import software.constructs.IDependable;

/**
 * The files of {@code containers/kubernetes} on the cluster, each a resource of its own, in the order in which they are
 * needed. They go the other way round: first the pods, then the binding that deregisters them, then what they lived in.
 */
final class EksManifests extends Construct {
    static final String NAMESPACE = "atlas";
    static final String SERVICE_ACCOUNT = "app";

    private final ICluster kubectl;
    private final Map<String, ?> blanks;

    /**
     * @param blanks for the files, see {@link ManifestFile}
     * @param before what must be there already, and must stay until all of this is gone
     */
    EksManifests(
            Construct scope, ICluster kubectl, OffHours offHours, Map<String, ?> blanks, List<IDependable> before) {
        super(scope, "Manifests");
        this.kubectl = kubectl;
        this.blanks = blanks;
        KubernetesManifest namespace = manifest("Namespace", "namespace");
        namespace.getNode().addDependency(before.toArray(IDependable[]::new));
        manifest("StorageClasses", "storage-classes").getNode().addDependency(namespace);
        KubernetesManifest network = manifest("Network", "network");
        network.getNode().addDependency(namespace);
        KubernetesManifest app = manifest("App", "app");
        app.getNode().addDependency(network);
        if (offHours != OffHours.RUN) {
            manifest("OffHours", "off-hours").getNode().addDependency(app);
        }
        // The first deployment ends when the load balancer has found a pod healthy, or fails.
        KubernetesObjectValue.Builder.create(this, "Available")
                .cluster(kubectl)
                .objectType("deployment")
                .objectName("app")
                .objectNamespace(NAMESPACE)
                .jsonPath(".status.availableReplicas")
                .timeout(Duration.minutes(10))
                .build()
                .getNode()
                .addDependency(app);
    }

    private KubernetesManifest manifest(String id, String file) {
        return KubernetesManifest.Builder.create(this, id)
                .cluster(kubectl)
                .manifest(new ManifestFile(file).filledWith(blanks))
                .build();
    }
}
