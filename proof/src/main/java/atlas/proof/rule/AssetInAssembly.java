package atlas.proof.rule;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.Optional;
import java.util.stream.Stream;

/** A template names a file in S3 by its hash, and the assembly brings it along or not. */
final class AssetInAssembly implements Rule {
    /** Where the CDK puts what it brings along. */
    private static final String BOOTSTRAP = "-assets-";

    @Override
    public String id() {
        return "asset-in-assembly";
    }

    @Override
    public String remedy() {
        return "synthesize again; the template and its assets must come from one synthesis";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment.assets().stream().flatMap(assets -> deployment
                .resources("AWS::Lambda::Function", "AWS::Lambda::LayerVersion")
                .flatMap(resource -> breach(resource, assets).stream()));
    }

    private static Optional<Breach> breach(Resource resource, Assets assets) {
        Value code = resource.at(resource.is("AWS::Lambda::Function") ? "Code" : "Content");
        return code.at("S3Key")
                .text()
                .filter(key -> code.at("S3Bucket").toString().contains(BOOTSTRAP))
                .filter(key -> assets.file(key).isEmpty())
                .map(key -> Breach.of(resource, "its code is %s, which the assembly does not have", key));
    }
}
