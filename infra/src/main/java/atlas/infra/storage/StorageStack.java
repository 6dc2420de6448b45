package atlas.infra.storage;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.Layers;
import atlas.infra.Profile;
import atlas.infra.guard.StackIdentity;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;

/** The bucket for finished posters, which tells EventBridge of every object in it. They cool down step by step, as fewer people look at them. */
public final class StorageStack extends Stack {
    private final Bucket bucket;

    public StorageStack(Layers layers) {
        super(
                layers.app(),
                "Storage",
                StackIdentity.layer(layers.settings(), "Storage", "bucket for finished posters"));
        Profile profile = layers.settings().profile();

        bucket = Bucket.Builder.create(this, "Posters")
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .versioned(profile.isProduction())
                .removalPolicy(profile.removalPolicy())
                .autoDeleteObjects(!profile.isProduction())
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                        .noncurrentVersionExpiration(Duration.days(30))
                        .transitions(List.of(
                                after(30, StorageClass.INFREQUENT_ACCESS),
                                after(90, StorageClass.GLACIER_INSTANT_RETRIEVAL),
                                after(180, StorageClass.GLACIER),
                                after(365, StorageClass.DEEP_ARCHIVE)))
                        .build()))
                .build();

        accept(bucket, "AwsSolutions-S1", "only the options read it, and their logs tell who asked them");

        // On the resource itself: the CDK's own way to say it is another function.
        ((CfnBucket) bucket.getNode().getDefaultChild())
                .setNotificationConfiguration(CfnBucket.NotificationConfigurationProperty.builder()
                        .eventBridgeConfiguration(CfnBucket.EventBridgeConfigurationProperty.builder()
                                .eventBridgeEnabled(true)
                                .build())
                        .build());

        exportValue(bucket.getBucketName());
        exportValue(bucket.getBucketArn());
    }

    public IBucket bucket() {
        return bucket;
    }

    private static Transition after(int days, StorageClass storageClass) {
        return Transition.builder()
                .transitionAfter(Duration.days(days))
                .storageClass(storageClass)
                .build();
    }
}
