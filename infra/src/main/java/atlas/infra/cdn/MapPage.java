package atlas.infra.cdn;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.ComputeOption;
import atlas.infra.Layers;
import atlas.infra.ProjectFiles;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.CacheControl;
import software.amazon.awscdk.services.s3.deployment.Source;
import software.constructs.Construct;

/** The map page in a bucket that only CloudFront may read, with the list of options it offers. */
final class MapPage extends Construct {
    private final Bucket bucket;

    MapPage(Construct scope, Layers layers) {
        super(scope, "MapPage");
        // Holds nothing that a deployment would not put back, so it goes with its stack in either profile.
        bucket = Bucket.Builder.create(this, "Bucket")
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.DESTROY)
                .autoDeleteObjects(true)
                .build();
        accept(bucket, "AwsSolutions-S1", "only CloudFront reads it, and logs its viewers itself");
        LogGroup log = LogGroup.Builder.create(this, "DeploymentLog")
                .retention(layers.settings().profile().logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        BucketDeployment.Builder.create(this, "Deployment")
                .destinationBucket(bucket)
                .sources(List.of(Source.asset(ProjectFiles.MAP_PAGE), Source.data("options.json", optionsJson())))
                .cacheControl(List.of(CacheControl.maxAge(Duration.minutes(1))))
                .logGroup(log)
                .build();
    }

    IOrigin origin() {
        return S3BucketOrigin.withOriginAccessControl(bucket);
    }

    /** Which options there can be; the page itself finds out which of them answer. */
    static String optionsJson() {
        return ComputeOption.mounted()
                .map(option -> "{\"id\":\"%s\",\"title\":\"%s\",\"stack\":\"%s\"}"
                        .formatted(option.id(), option.title(), option.stackId()))
                .collect(Collectors.joining(",", "{\"options\":[", "]}"));
    }
}
