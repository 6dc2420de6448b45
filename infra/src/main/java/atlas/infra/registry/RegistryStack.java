package atlas.infra.registry;

import atlas.infra.Layers;
import atlas.infra.Profile;
import atlas.infra.guard.StackIdentity;
import java.util.List;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.IStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.amazon.awscdk.services.iam.ArnPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** The image repository. {@code cdk deploy} itself builds the image and pushes it here: see {@link ImageSynthesizer}. */
public final class RegistryStack extends Stack {
    /** Fixed, since the asset manifest must name it before it exists; so one atlas a region and account. */
    static final String REPOSITORY = "compute-atlas";

    private static final int IMAGES_KEPT = 10;

    public RegistryStack(Layers layers) {
        super(layers.app(), "Registry", StackIdentity.layer(layers.settings(), "Registry", "image repository"));
        Profile profile = layers.settings().profile();

        Repository repository = Repository.Builder.create(this, "Images")
                .repositoryName(REPOSITORY)
                .imageTagMutability(TagMutability.IMMUTABLE)
                .imageScanOnPush(true)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .description("keep the newest images, one a version of the app")
                        .maxImageCount(IMAGES_KEPT)
                        .build()))
                .removalPolicy(profile.removalPolicy())
                .emptyOnDelete(!profile.isProduction())
                .build();

        // What the CDK CLI calls when it publishes an image; grantPullPush lacks the two Describe calls.
        repository.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("PublishByCdkDeploy")
                .principals(List.of(new ArnPrincipal(imagePublishingRole())))
                .actions(List.of(
                        "ecr:BatchCheckLayerAvailability",
                        "ecr:BatchGetImage",
                        "ecr:CompleteLayerUpload",
                        "ecr:DescribeImages",
                        "ecr:DescribeRepositories",
                        "ecr:GetDownloadUrlForLayer",
                        "ecr:InitiateLayerUpload",
                        "ecr:PutImage",
                        "ecr:UploadLayerPart"))
                .build());
    }

    /** For a stack whose image assets belong into this repository. */
    public IStackSynthesizer imageSynthesizer() {
        return new ImageSynthesizer(this);
    }

    private String imagePublishingRole() {
        String qualifier = getSynthesizer().getBootstrapQualifier();
        return Fn.sub(
                DefaultStackSynthesizer.DEFAULT_IMAGE_ASSET_PUBLISHING_ROLE_ARN.replace("${Qualifier}", qualifier));
    }
}
