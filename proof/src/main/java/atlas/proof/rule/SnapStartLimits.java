package atlas.proof.rule;

import atlas.compare.template.Resource;
import java.util.stream.Stream;

/** SnapStart does not go with everything a function may have. AWS Lambda Developer Guide, SnapStart. */
final class SnapStartLimits implements Rule {
    private static final int MOST_STORAGE_MB = 512;

    @Override
    public String id() {
        return "snap-start";
    }

    @Override
    public String remedy() {
        return "leave out SnapStart, or what does not go with it";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment
                .resources("AWS::Lambda::Function")
                .filter(function -> function.at("SnapStart", "ApplyOn").is("PublishedVersions"))
                .flatMap(function ->
                        hindrances(function).map(why -> Breach.of(function, "SnapStart does not go with %s", why)));
    }

    private static Stream<String> hindrances(Resource function) {
        int storage = function.at("EphemeralStorage", "Size").whole().orElse(0);
        return Stream.of(
                        storage > MOST_STORAGE_MB
                                ? "%d MB in /tmp; it allows %d".formatted(storage, MOST_STORAGE_MB)
                                : "",
                        function.at("CapacityProviderConfig").isPresent() ? "a capacity provider" : "",
                        function.at("PackageType").is("Image") ? "a container image" : "",
                        function.at("FileSystemConfigs").isPresent() ? "a shared file system" : "")
                .filter(why -> !why.isEmpty());
    }
}
