package atlas.infra.compute;

import atlas.infra.Profile;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.efs.FileSystem;
import software.amazon.awscdk.services.efs.ThroughputMode;
import software.constructs.Construct;

/** A file system in both zones, for volumes that several pods mount at once. It costs by what is stored: empty, nothing. */
final class SharedFiles extends Construct {
    private final FileSystem fileSystem;

    /** @param nodes who may mount it */
    SharedFiles(Construct scope, IVpc vpc, Profile profile, ISecurityGroup nodes) {
        super(scope, "SharedFiles");
        SecurityGroup group = SecurityGroup.Builder.create(this, "Group")
                .vpc(vpc)
                .description("EFS: in from the cluster nodes")
                .allowAllOutbound(false)
                .build();
        fileSystem = FileSystem.Builder.create(this, "FileSystem")
                .vpc(vpc)
                .vpcSubnets(SubnetSelection.builder()
                        .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                        .build())
                .securityGroup(group)
                .encrypted(true)
                .throughputMode(ThroughputMode.ELASTIC)
                // Who may come is the security group's business; the driver mounts without an identity.
                .allowAnonymousAccess(true)
                .enableAutomaticBackups(profile.isProduction())
                .removalPolicy(profile.removalPolicy())
                .build();
        fileSystem.getConnections().allowDefaultPortFrom(nodes);
    }

    FileSystem fileSystem() {
        return fileSystem;
    }
}
