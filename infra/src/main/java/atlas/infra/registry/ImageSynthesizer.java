package atlas.infra.registry;

import java.util.List;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.DefaultStackSynthesizerProps;
import software.amazon.awscdk.IBoundStackSynthesizer;
import software.amazon.awscdk.ISynthesisSession;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.cloud_assembly_schema.ArtifactManifest;
import software.amazon.awscdk.cloud_assembly_schema.ArtifactType;
import software.amazon.awscdk.cloud_assembly_schema.AssetManifestProperties;

/**
 * Publishes a stack's image to our own repository within the one {@code cdk deploy} that also creates the repository.
 * The stock synthesizer cannot: the CLI wants the repository before it builds. Here the stack's asset manifest depends on
 * the Registry stack, so that build and push wait for it. One instance serves one stack.
 *
 * <p>{@code docs/decisions} tells what else was tried.
 */
final class ImageSynthesizer extends DefaultStackSynthesizer {
    private static final int BOOTSTRAP_VERSION = 6;

    private final Stack registry;

    ImageSynthesizer(Stack registry) {
        super(DefaultStackSynthesizerProps.builder()
                .imageAssetsRepositoryName(RegistryStack.REPOSITORY)
                .build());
        this.registry = registry;
    }

    /** The stock method returns a copy, on which our overrides would not run. */
    @Override
    public IBoundStackSynthesizer reusableBind(Stack stack) {
        bind(stack);
        stack.addStackDependency(registry);
        return this;
    }

    @Override
    public void synthesize(ISynthesisSession session) {
        super.synthesize(session);
        String assets = getBoundStack().getArtifactId() + ".assets";
        session.getAssembly()
                .addArtifact(
                        assets,
                        ArtifactManifest.builder()
                                .type(ArtifactType.ASSET_MANIFEST)
                                .properties(AssetManifestProperties.builder()
                                        .file(assets + ".json")
                                        .requiresBootstrapStackVersion(BOOTSTRAP_VERSION)
                                        .bootstrapStackVersionSsmParameter(
                                                "/cdk-bootstrap/" + getBootstrapQualifier() + "/version")
                                        .build())
                                .dependencies(List.of(registry.getArtifactId()))
                                .build());
    }
}
