package atlas.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.RetentionDays;

/** What a set-up is for, and so whether it is cheap to keep and easy to throw away, or hard to lose. */
public enum Profile {
    /** One NAT gateway for both zones, logs for a week; {@code cdk destroy} takes everything away. */
    SANDBOX(1, RemovalPolicy.DESTROY, RetentionDays.ONE_WEEK),
    /** A NAT gateway a zone, logs for three months; data stays when its stack is deleted, and deletion is guarded. */
    PRODUCTION(2, RemovalPolicy.RETAIN, RetentionDays.THREE_MONTHS);

    private final int natGateways;
    private final RemovalPolicy removalPolicy;
    private final RetentionDays logRetention;

    Profile(int natGateways, RemovalPolicy removalPolicy, RetentionDays logRetention) {
        this.natGateways = natGateways;
        this.removalPolicy = removalPolicy;
        this.logRetention = logRetention;
    }

    public int natGateways() {
        return natGateways;
    }

    /** What becomes of data when its stack is deleted. Logs go in either profile. */
    public RemovalPolicy removalPolicy() {
        return removalPolicy;
    }

    public RetentionDays logRetention() {
        return logRetention;
    }

    public boolean isProduction() {
        return this == PRODUCTION;
    }
}
