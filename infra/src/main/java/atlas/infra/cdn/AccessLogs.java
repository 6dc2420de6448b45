package atlas.infra.cdn;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.Profile;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** Where CloudFront writes who asked for what. Its standard logging needs a bucket with access control lists. */
final class AccessLogs extends Construct {
    private final Bucket bucket;

    AccessLogs(Construct scope, Profile profile) {
        super(scope, "AccessLogs");
        bucket = Bucket.Builder.create(this, "Bucket")
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_PREFERRED)
                .enforceSsl(true)
                .lifecycleRules(List.of(
                        LifecycleRule.builder().expiration(Duration.days(90)).build()))
                .removalPolicy(profile.removalPolicy())
                .autoDeleteObjects(!profile.isProduction())
                .build();
        accept(bucket, "AwsSolutions-S1", "a log of who reads the log would have no end");
    }

    Bucket bucket() {
        return bucket;
    }
}
