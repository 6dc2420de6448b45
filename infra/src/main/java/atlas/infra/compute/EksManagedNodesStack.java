package atlas.infra.compute;

import atlas.infra.ComputeOption;
import atlas.infra.Layers;
import atlas.infra.ProjectFiles;
import atlas.infra.Settings;
import atlas.infra.dashboard.CpuMetrics;
import atlas.infra.dashboard.Measured;
import atlas.infra.dashboard.Row;
import atlas.infra.guard.StackIdentity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ecr.assets.DockerImageAsset;
import software.amazon.awscdk.services.eks_v2.Cluster;
import software.amazon.awscdk.services.eks_v2.ICluster;

/** The app as pods on EC2 nodes that EKS manages: Kubernetes places and keeps them, AWS runs what decides. */
public final class EksManagedNodesStack extends Stack implements Measured {
    private static final ComputeOption OPTION = ComputeOption.EKS_MANAGED_NODES;

    /** Of half a vCPU each by request: so many fit beside the cluster's own pods on the one node that is always there. */
    private static final int PODS_A_NODE = 2;

    public EksManagedNodesStack(Layers layers) {
        super(
                layers.app(),
                OPTION.stackId(),
                StackIdentity.option(
                        layers.settings(), OPTION, layers.registry().imageSynthesizer()));
        Settings settings = layers.settings();
        SampleApp sampleApp = new SampleApp(OPTION, layers);

        // 1. What runs: the image, as a Deployment of containers/kubernetes says.
        DockerImageAsset image = DockerImageAsset.Builder.create(this, "Image")
                .directory(ProjectFiles.IMAGE)
                .platform(AppContainer.platform(settings))
                .build();

        // 2. Where it runs: on a bare cluster, the nodes, and the add-ons that make the one of the other.
        EksControlPlane controlPlane = new EksControlPlane(this, layers, getStackName());
        Cluster cluster = controlPlane.cluster();
        ISecurityGroup nodesGroup = cluster.getClusterSecurityGroup();
        int onDemand = (settings.minUnits() + PODS_A_NODE - 1) / PODS_A_NODE;
        EksNodes nodes = new EksNodes(this, OPTION, settings, controlPlane, onDemand, settings.maxUnits() - onDemand);
        EksAddOns addOns = new EksAddOns(this, cluster, nodes);
        SharedFiles sharedFiles = new SharedFiles(this, layers.network().vpc(), settings.profile(), nodesGroup);
        ICluster kubectl = new Kubectl(this, cluster).cluster();

        // 3. How it scales: pods by CPU and by the clock, and nodes by the pods that want room.
        PodScaling pods = new PodScaling(settings.minUnits(), PODS_A_NODE * settings.maxUnits(), settings.offHours());
        ClusterAutoscaler autoscaler = new ClusterAutoscaler(this, settings, kubectl, controlPlane.name(), addOns);

        // 4. How requests reach it: CloudFront, the internal load balancer, port 8080 of each pod's own address.
        LoadBalancerRoute route = new LoadBalancerRoute(this, layers, OPTION, new PodTargets(nodesGroup));
        LoadBalancerController controller =
                new LoadBalancerController(this, layers, kubectl, route.targetGroup(), addOns);
        CfnOutput.Builder.create(this, "Url").value(layers.cdn().urlOf(OPTION)).build();

        // 5. What it may touch: its poster jobs, by the role of its service account. A node may pull images and join.
        PodIdentity identity =
                new PodIdentity(this, "App", kubectl, EksManifests.NAMESPACE, EksManifests.SERVICE_ACCOUNT);
        sampleApp.grantAsking(identity.role());
        sampleApp.grantWorking(identity.role());

        // 6. How it stops: a pod is taken off the load balancer, then SIGTERM, then the grace period. What the cluster
        // holds comes last and goes first, while there is somebody to clean up after it.
        new EksManifests(
                this,
                kubectl,
                settings.offHours(),
                blanks(image, sampleApp, pods, route, sharedFiles),
                List.of(autoscaler, controller, identity, route, nodesGroup));

        // 7. What it tells the comparison.
        new UnitMetadata(OPTION, "node", EksNodes.SIZE.vcpu(), EksNodes.SIZE.memoryMiB(), onDemand, settings.maxUnits())
                .addTo(this);
    }

    @Override
    public Row row() {
        return LoadBalancerRoute.row(
                OPTION, "pods", CpuMetrics.ofInstances(EksNodes.autoScalingGroups(getStackName())));
    }

    private static Map<String, Object> blanks(
            DockerImageAsset image,
            SampleApp sampleApp,
            PodScaling pods,
            LoadBalancerRoute route,
            SharedFiles sharedFiles) {
        Map<String, Object> blanks = new TreeMap<>(sampleApp.serverEnvironment());
        blanks.putAll(pods.blanks());
        blanks.put("IMAGE", image.getImageUri());
        blanks.put("TARGET_GROUP", route.targetGroup().getTargetGroupArn());
        blanks.put("FILE_SYSTEM", sharedFiles.fileSystem().getFileSystemId());
        return blanks;
    }
}
