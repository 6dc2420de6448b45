package atlas.infra.database;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.Layers;
import atlas.infra.Profile;
import atlas.infra.guard.StackIdentity;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;

/** The table with one row a poster. Paid a request, so that it costs nothing while nobody asks. */
public final class DatabaseStack extends Stack {
    private final Table jobs;

    public DatabaseStack(Layers layers) {
        super(layers.app(), "Database", StackIdentity.layer(layers.settings(), "Database", "table of poster jobs"));
        Profile profile = layers.settings().profile();

        jobs = Table.Builder.create(this, "Jobs")
                .partitionKey(Attribute.builder()
                        .name("id")
                        .type(AttributeType.STRING)
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .timeToLiveAttribute("expiresAt")
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(profile.isProduction())
                        .build())
                .deletionProtection(profile.isProduction())
                .removalPolicy(profile.removalPolicy())
                .build();

        accept(jobs, "AwsSolutions-DDB3", "a job can be asked for again; production has point-in-time recovery");

        exportValue(jobs.getTableName());
        exportValue(jobs.getTableArn());
    }

    public ITable jobs() {
        return jobs;
    }
}
