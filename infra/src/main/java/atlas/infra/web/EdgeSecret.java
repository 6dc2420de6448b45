package atlas.infra.web;

import static atlas.infra.guard.Findings.accept;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/**
 * With {@code allowCidr} an HTTP API has a hole: its address is public, and it has no policy for who may call it. So
 * functions check the caller's address themselves, and CloudFront, which has checked its viewers, sends them this secret
 * in the header {@value #HEADER}.
 *
 * <p>It is there without {@code allowCidr} too: a layer exports the same whatever is set, and a distribution whose secret
 * is gone could not be updated any more.
 */
public final class EdgeSecret extends Construct {
    public static final String HEADER = "x-atlas-edge";

    private final Secret secret;

    EdgeSecret(HttpApiStack stack) {
        super(stack, "EdgeSecret");
        secret = Secret.Builder.create(this, "Secret")
                .description("Compute Atlas: sent by CloudFront to functions, so that they know it")
                .generateSecretString(SecretStringGenerator.builder()
                        .excludePunctuation(true)
                        .passwordLength(40)
                        .build())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        accept(
                secret,
                "AwsSolutions-SMG4",
                "both who send it and who check it get it when they are deployed, not later");
        stack.exportValue(secret.getSecretArn());
    }

    /** A dynamic reference: CloudFormation puts the value in, no template ever holds it. */
    public String reference() {
        return secret.getSecretValue().unsafeUnwrap();
    }
}
