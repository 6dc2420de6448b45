package atlas.proof.rule;

import atlas.compare.template.Resource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A stack that means its bucket or repository to go with it, and cannot delete it as soon as something is in it. */
final class BucketEmptied implements Rule {
    /** Custom resources that have to do with a bucket and do not empty it. */
    private static final Set<String> KEEPERS = Set.of("Custom::CDKBucketDeployment", "Custom::S3BucketNotifications");

    @Override
    public String id() {
        return "emptied-before-deleted";
    }

    @Override
    public String remedy() {
        return "empty it when the stack is deleted (autoDeleteObjects, emptyOnDelete), or retain it";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        Stream<Breach> buckets = deployment
                .resources("AWS::S3::Bucket")
                .filter(BucketEmptied::isMeantToGo)
                .filter(bucket -> !isEmptied(bucket, deployment))
                .map(bucket -> Breach.of(bucket, "its DeletionPolicy is Delete, and nothing empties it"));
        Stream<Breach> repositories = deployment
                .resources("AWS::ECR::Repository")
                .filter(BucketEmptied::isMeantToGo)
                .filter(repository -> !repository.at("EmptyOnDelete").isPresent()
                        || repository.at("EmptyOnDelete").is("false"))
                .map(repository ->
                        Breach.of(repository, "its DeletionPolicy is Delete, and EmptyOnDelete is not true"));
        return Stream.concat(buckets, repositories);
    }

    private static boolean isMeantToGo(Resource resource) {
        return resource.lifecycle().at("DeletionPolicy").is("Delete");
    }

    /** By a custom resource that is handed the bucket itself. */
    private static boolean isEmptied(Resource bucket, Deployment deployment) {
        return deployment
                .setUp()
                .resources()
                .filter(resource ->
                        resource.type().startsWith("Custom::") || resource.is("AWS::CloudFormation::CustomResource"))
                .filter(resource -> !KEEPERS.contains(resource.type()))
                .flatMap(resource -> resource.properties().fields().stream())
                .anyMatch(property -> property.getValue().reference().equals(Optional.of(bucket.name())));
    }
}
