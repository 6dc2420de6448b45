package atlas.compare.bill;

import static atlas.compare.bill.Billed.assertUsd;
import static atlas.compare.bill.Billed.bought;
import static atlas.compare.bill.Billed.during;
import static atlas.compare.bill.Billed.idle;
import static atlas.compare.bill.Billed.notPriced;
import static atlas.compare.bill.Billed.under;
import static atlas.compare.bill.Billed.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Databases, caches, stores, streams: what a line of a table costs in us-east-1, each price written out. */
class DataBillsTest {
    private static String resource(String type, String properties) {
        return "  A: {Type: AWS::%s, Properties: {%s}}\n".formatted(type, properties);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DBInstanceClass: db.t4g.medium, MultiAZ: false | 730 | 0.065 | 0.115",
                "DBInstanceClass: db.t4g.medium, MultiAZ: true | 730 | 0.129 | 0.23",
                "DBInstanceClass: db.t4g.small, MultiAZ: 'true' | 730 | 0.065 | 0.23",
                "DBInstanceClass: db.r6g.large | 730 | 0.225 | 0.115",
            })
    void paysADatabaseByZones(String properties, double hours, double hour, double gigabyte) {
        Bill bill = idle(resource(
                "RDS::DBInstance", "Engine: postgres, StorageType: gp3, AllocatedStorage: '100', " + properties));

        assertUsd(hours * hour + 100 * gigabyte, bill.total());
        assertTrue(bill.isComplete());
    }

    /** Its storage is gp2 where nobody says otherwise. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Engine: postgres, DBInstanceClass: db.t3.micro | 0.018 | 0.115",
                "Engine: mysql, DBInstanceClass: db.t3.micro | 0.017 | 0.115",
                "Engine: mysql, DBInstanceClass: db.t3.large, MultiAZ: true | 0.272 | 0.23",
                "Engine: mysql, DBInstanceClass: db.m5.large, StorageType: gp2 | 0.171 | 0.115",
            })
    void storesADatabaseOnGp2(String properties, double hour, double gigabyte) {
        Bill bill = idle(resource("RDS::DBInstance", "AllocatedStorage: '20', " + properties));

        assertUsd(730 * hour + 20 * gigabyte, bill.total());
        assertTrue(bill.isComplete());
    }

    /** It stops in the evening, and keeps what it stores. */
    @Test
    void stopsADatabaseInOfficeHours() {
        Bill bill = under(
                resource(
                        "RDS::DBInstance",
                        "Engine: postgres, DBInstanceClass: db.t4g.micro, StorageType: gp3, AllocatedStorage: 20"),
                during(Running.OFFICE_HOURS));

        assertUsd(730 * 60 / 168.0 * 0.016 + 20 * 0.115, bill.total());
    }

    @Test
    void takesAReplicaForWhatItsSourceIs() {
        Bill bill = idle("""
                  Main:
                    Type: AWS::RDS::DBInstance
                    Properties: {Engine: postgres, DBInstanceClass: db.t4g.micro, StorageType: gp3, AllocatedStorage: 20}
                  Copy:
                    Type: AWS::RDS::DBInstance
                    Properties: {SourceDBInstanceIdentifier: !Ref Main, DBInstanceClass: db.t4g.small, StorageType: gp3}
                """);

        assertUsd(730 * (0.016 + 0.032) + 2 * 20 * 0.115, bill.total());
    }

    /** Half a capacity unit for each of two instances, at 0.12 an hour. */
    @Test
    void paysTheLeastOfAuroraServerless() {
        String aurora = """
                  Cluster:
                    Type: AWS::RDS::DBCluster
                    Properties: {Engine: aurora-postgresql, ServerlessV2ScalingConfiguration: {MinCapacity: 0.5, MaxCapacity: 8}}
                  Writer: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: !Ref Cluster, DBInstanceClass: db.serverless}}
                  Reader: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: !Ref Cluster, DBInstanceClass: db.serverless}}
                """;

        assertUsd(2 * 730 * 0.5 * 0.12, idle(aurora).total());
        assertUsd(0, idle(aurora.replace("0.5", "0")).total());
        assertUsd(
                2 * 730 * 60 / 168.0 * 0.5 * 0.12,
                under(aurora, during(Running.OFFICE_HOURS)).total());
    }

    @Test
    void paysAProxyByTheProcessorBehindIt() {
        Bill bill = idle("""
                  Db: {Type: AWS::RDS::DBInstance, Properties: {DBInstanceClass: db.m7g.xlarge}}
                  Proxy: {Type: AWS::RDS::DBProxy}
                  Group: {Type: AWS::RDS::DBProxyTargetGroup, Properties: {DBProxyName: !Ref Proxy, DBInstanceIdentifiers: [!Ref Db]}}
                """);

        assertUsd(730 * 4 * 0.015, usd(bill, "proxy"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ElastiCache::CacheCluster | Engine: redis, CacheNodeType: cache.t4g.micro, NumCacheNodes: 1 | 11.68",
                "ElastiCache::CacheCluster | Engine: valkey, CacheNodeType: cache.t4g.micro, NumCacheNodes: 1 | 9.344",
                "ElastiCache::ReplicationGroup | Engine: valkey, CacheNodeType: cache.t4g.micro, NumCacheClusters: 3 | 28.032",
                "ElastiCache::ReplicationGroup | Engine: valkey, CacheNodeType: cache.t4g.micro, NumNodeGroups: 2,"
                        + " ReplicasPerNodeGroup: 1 | 37.376",
                "ElastiCache::ServerlessCache | Engine: valkey | 6.132",
                "DAX::Cluster | NodeType: dax.t3.small, ReplicationFactor: 3 | 87.60",
                "DynamoDB::Table | ProvisionedThroughput: {ReadCapacityUnits: 10, WriteCapacityUnits: 5} | 3.3215",
                "DynamoDB::Table | ProvisionedThroughput: {ReadCapacityUnits: 10, WriteCapacityUnits: 5}, GlobalSecondaryIndexes:"
                        + " [{ProvisionedThroughput: {ReadCapacityUnits: 10, WriteCapacityUnits: 5}}] | 6.643",
                "DynamoDB::Table | BillingMode: PAY_PER_REQUEST | 0",
                "DynamoDB::GlobalTable | BillingMode: PAY_PER_REQUEST, Replicas: [{Region: us-east-1}] | 0",
                "DynamoDB::GlobalTable | WriteProvisionedThroughputSettings: {WriteCapacityAutoScalingSettings: {MinCapacity: 5}},"
                        + " Replicas: [{ReadProvisionedThroughputSettings: {ReadCapacityUnits: 10}}] | 3.3215",
                "Kinesis::Stream | ShardCount: 4 | 43.80",
                "Kinesis::Stream | StreamModeDetails: {StreamMode: ON_DEMAND} | 29.20",
                "EFS::FileSystem | Encrypted: true | 0",
                "EFS::FileSystem | ThroughputMode: provisioned, ProvisionedThroughputInMibps: 10 | 60",
                "OpenSearchService::Domain | ClusterConfig: {InstanceType: t3.small.search, InstanceCount: 2},"
                        + " EBSOptions: {EBSEnabled: true, VolumeType: gp3, VolumeSize: 10} | 55",
                "OpenSearchServerless::Collection | StandbyReplicas: DISABLED | 175.20",
                "Redshift::Cluster | NodeType: ra3.4xlarge, NumberOfNodes: 2 | 4759.60",
                "AmazonMQ::Broker | HostInstanceType: mq.m5.large, DeploymentMode: SINGLE_INSTANCE | 210.24",
                "SecretsManager::Secret | Name: a | 0.40",
                "KMS::Key | Description: a | 1",
                "SSM::Parameter | Tier: Advanced | 0.05",
                "SSM::Parameter | Value: a | 0",
                "CloudWatch::Dashboard | DashboardBody: a | 3",
                "CloudWatch::Alarm | MetricName: a, Period: 60 | 0.10",
                "CloudWatch::Alarm | MetricName: a, Period: 10 | 0.30",
                "CloudWatch::Alarm | Metrics: [{MetricStat: {Period: 60}}, {MetricStat: {Period: 60}}, {Expression: a}] | 0.20",
                "Lightsail::LoadBalancer | InstancePort: 80 | 18",
            })
    void paysWhatIsAlwaysThere(String type, String properties, double usd) {
        Bill bill = idle(resource(type, properties));

        assertUsd(usd, bill.total());
        assertUsd(usd, bill.total(Group.ALWAYS_ON));
        assertTrue(bill.isComplete(), () -> notPriced(bill));
    }

    /** Two collections share the least of two units. */
    @Test
    void paysTheUnitsOfCollectionsOnce() {
        assertUsd(
                730 * 2 * 0.24,
                idle("  A: {Type: AWS::OpenSearchServerless::Collection}\n  B: {Type: AWS::OpenSearchServerless::Collection}\n")
                        .total());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "RDS::DBInstance | Engine: mariadb, DBInstanceClass: db.t4g.micro, AllocatedStorage: 20, StorageType: io2 |"
                        + " db.t4g.micro, mariadb: no price rds:mariadb:db.t4g.micro:single in us-east-1;"
                        + " storage io2: no price rds:storage:io2:single in us-east-1",
                "RDS::DBInstance | DBSnapshotIdentifier: a, DBInstanceClass: db.t4g.micro |"
                        + " its Engine is that of what it is restored from",
                "RDS::DBInstance | Engine: postgres, DBInstanceClass: !Ref Size |"
                        + " its DBInstanceClass is {\"Ref\":\"Size\"}, which only a deployment knows",
                "RDS::DBInstance | DBClusterIdentifier: a, Engine: aurora-mysql, DBInstanceClass: db.r6g.large |"
                        + " db.r6g.large, aurora-mysql: no price rds:aurora-mysql:db.r6g.large:single in us-east-1",
                "RDS::DBInstance | DBClusterIdentifier: a, DBInstanceClass: db.serverless | its cluster is not in the template",
                "RDS::DBCluster | EngineMode: serverless | no price for Aurora Serverless v1",
                "RDS::DBCluster | Engine: postgres, DBClusterInstanceClass: db.r6g.large, AllocatedStorage: 10, StorageType: io1 |"
                        + " db.r6g.large, postgres: no price rds:postgres:db.r6g.large:cluster in us-east-1;"
                        + " storage io1: no price rds:storage:io1:cluster in us-east-1",
                "RDS::DBProxy | EngineFamily: POSTGRESQL | the instance of its database is not in the template, or not known here",
                "ElastiCache::ServerlessCache | Engine: redis |"
                        + " least storage: no price elasticache:serverless:redis:floor in us-east-1",
                "DynamoDB::Table | TableClass: STANDARD_INFREQUENT_ACCESS |"
                        + " no price for the capacity of a table of infrequent access",
                "DynamoDB::Table | BillingMode: !Ref Mode | its BillingMode is {\"Ref\":\"Mode\"}, which only a deployment knows",
                "DynamoDB::GlobalTable | BillingMode: PAY_PER_REQUEST, Replicas: [{Region: a}, {Region: b}] |"
                        + " its replicas in other regions",
                "Kinesis::Stream | ShardCount: 1, RetentionPeriodHours: 168 | records kept for more than a day: no price",
                "FSx::FileSystem | FileSystemType: LUSTRE, StorageCapacity: 1200 |"
                        + " storage: no price fsx:lustre:ssd in us-east-1; throughput: no price",
                "FSx::FileSystem | FileSystemType: OPENZFS, BackupId: a | its StorageCapacity is that of its backup",
                "OpenSearchService::Domain | DomainName: a | the type of its data nodes is not in the template",
                "AmazonMQ::Broker | HostInstanceType: mq.m5.large, DeploymentMode: CLUSTER_MULTI_AZ |"
                        + " mq.m5.large: no price mq:mq.m5.large:cluster_multi_az in us-east-1",
                "EC2::Volume | SnapshotId: a | its Size is that of its snapshot",
                "EC2::Volume | Size: 8, VolumeType: io2 | EBS io2: no price ebs:io2 in us-east-1",
            })
    void isNotPricedByNameAndReason(String type, String properties, String why) {
        Bill bill = idle(resource(type, properties));

        assertEquals(why, notPriced(bill));
        assertFalse(bill.isComplete());
    }

    @ParameterizedTest
    @CsvSource({
        "'RDS::DBInstance', 'Engine: postgres, DBInstanceClass: db.t4g.micro, StorageType: gp3, AllocatedStorage: 20', db.t4g.micro",
        "'ElastiCache::CacheCluster', 'Engine: redis, CacheNodeType: cache.t4g.micro', cache.t4g.micro",
        "'Redshift::Cluster', 'NodeType: ra3.4xlarge', ra3.4xlarge",
    })
    void isNotPricedWhenItIsReserved(String type, String properties, String what) {
        assertEquals(
                what + ": no price for a reservation",
                notPriced(under(resource(type, properties), bought(PurchaseModel.RESERVED_1Y))));
    }

    @Test
    void paysForFilesOfWindowsInSeveralZones() {
        Bill bill = idle(resource(
                "FSx::FileSystem",
                "FileSystemType: WINDOWS, StorageCapacity: 300, WindowsConfiguration: {DeploymentType: MULTI_AZ_1}"));

        assertUsd(300 * 0.23, bill.total());
        assertEquals("throughput: no price", notPriced(bill));
    }

    /** What Seoul does not know is not priced there, and borrowed from nowhere. */
    @Test
    void isNotPricedWhereItsRegionHasNoPrice() {
        String resources = resource("Kinesis::Stream", "ShardCount: 1") + "  B: {Type: AWS::SecretsManager::Secret}\n";
        Bill bill = under(resources, Billed.in("ap-northeast-2"));

        assertEquals("shards: no price kinesis:shard in ap-northeast-2", notPriced(bill));
        assertUsd(0.40, bill.total());
    }
}
