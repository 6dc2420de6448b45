package atlas.compare.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.Written;
import atlas.compare.template.Reference;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is watched, kept, lost and encrypted. */
class CareTest {
    private static Inventory of(String resources) {
        return Inventory.of(Written.setUp("Resources:\n" + resources));
    }

    private static Reference name(String id) {
        return new Reference("", id);
    }

    @Test
    void readsWhatAnAlarmWaitsForAndWhomItTells() {
        assertEquals(
                List.of(
                        new Alarm(
                                name("Waiting"),
                                "AWS::CloudWatch::Alarm",
                                "AWS/SQS NumberOfMessages >= 20",
                                List.of("Topic")),
                        new Alarm(name("Share"), "AWS::CloudWatch::Alarm", "errors / calls > 0.01", List.of()),
                        new Alarm(name("Stat"), "AWS::CloudWatch::Alarm", "AWS/EC2 CPUUtilization < 5", List.of("arn")),
                        new Alarm(
                                name("Both"),
                                "AWS::CloudWatch::CompositeAlarm",
                                "ALARM(${Waiting}) AND ALARM(${Share})",
                                List.of())),
                of("""
                  Topic: { Type: 'AWS::SNS::Topic' }
                  Waiting:
                    Type: AWS::CloudWatch::Alarm
                    Properties:
                      Namespace: AWS/SQS
                      MetricName: NumberOfMessages
                      ComparisonOperator: GreaterThanOrEqualToThreshold
                      Threshold: 20
                      AlarmActions: [!Ref Topic]
                  Share:
                    Type: AWS::CloudWatch::Alarm
                    Properties:
                      ComparisonOperator: GreaterThanThreshold
                      Threshold: 0.01
                      Metrics:
                        - { Id: errors, ReturnData: false, MetricStat: { Metric: { Namespace: a, MetricName: b } } }
                        - { Id: share, Expression: errors / calls }
                  Stat:
                    Type: AWS::CloudWatch::Alarm
                    Properties:
                      ComparisonOperator: LessThanThreshold
                      Threshold: 5
                      AlarmActions: [arn]
                      Metrics:
                        - { Id: cpu, MetricStat: { Metric: { Namespace: AWS/EC2, MetricName: CPUUtilization } } }
                  Both:
                    Type: AWS::CloudWatch::CompositeAlarm
                    Properties: { AlarmRule: !Sub 'ALARM(${Waiting}) AND ALARM(${Share})' }
                """).alarms());
    }

    /** Lambda makes a group at the first call of a function that has none, and nothing deletes it. */
    @Test
    void findsLogGroupsThatNoTemplateMakes() {
        assertEquals(
                List.of(
                        new LogGroup(name("Week"), "AWS::Logs::LogGroup", OptionalInt.of(7)),
                        new LogGroup(name("Ever"), "AWS::Logs::LogGroup", OptionalInt.empty()),
                        new LogGroup(name("ByReference"), "AWS::Logs::LogGroup", OptionalInt.of(1)),
                        new LogGroup(name("ByName"), "AWS::Logs::LogGroup", OptionalInt.of(1)),
                        new LogGroup(name("Without"), "AWS::Lambda::Function", OptionalInt.empty())),
                of("""
                  Week: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 7 } }
                  Ever: { Type: 'AWS::Logs::LogGroup' }
                  ByReference:
                    Type: AWS::Logs::LogGroup
                    Properties: { LogGroupName: !Sub '/aws/lambda/${Referred}', RetentionInDays: 1 }
                  ByName: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: /aws/lambda/named, RetentionInDays: 1 } }
                  Referred: { Type: 'AWS::Lambda::Function' }
                  Named: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: named } }
                  Configured: { Type: 'AWS::Lambda::Function', Properties: { LoggingConfig: { LogGroup: !Ref Week } } }
                  Without: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: other } }
                """).logGroups());
    }

    @Test
    void tellsWhatBecomesOfDeadLetters() {
        assertEquals(
                List.of(
                        letter("Work", "AWS::SQS::Queue", "Dead", OptionalInt.of(5)),
                        letter("Careless", "AWS::SQS::Queue", null, OptionalInt.empty()),
                        letter("Rule", "AWS::Events::Rule", "Dead", OptionalInt.empty()),
                        letter("Rule", "AWS::Events::Rule", null, OptionalInt.empty()),
                        letter(
                                "Hourly",
                                "AWS::Scheduler::Schedule",
                                "arn:aws:sqs:${AWS::AccountId}",
                                OptionalInt.empty()),
                        letter("Told", "AWS::SNS::Subscription", null, OptionalInt.empty()),
                        letter("Async", "AWS::Lambda::EventInvokeConfig", "Dead", OptionalInt.empty())),
                of("""
                  Dead: { Type: 'AWS::SQS::Queue' }
                  Work:
                    Type: AWS::SQS::Queue
                    Properties: { RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 5 } }
                  Careless: { Type: 'AWS::SQS::Queue' }
                  Rule:
                    Type: AWS::Events::Rule
                    Properties:
                      Targets:
                        - { Id: a, Arn: arn, DeadLetterConfig: { Arn: !GetAtt Dead.Arn } }
                        - { Id: b, Arn: arn }
                  Hourly:
                    Type: AWS::Scheduler::Schedule
                    Properties: { Target: { Arn: arn, DeadLetterConfig: { Arn: !Sub 'arn:aws:sqs:${AWS::AccountId}' } } }
                  Told: { Type: 'AWS::SNS::Subscription', Properties: { Protocol: lambda } }
                  Plain: { Type: 'AWS::Lambda::Function' }
                  Async:
                    Type: AWS::Lambda::EventInvokeConfig
                    Properties: { DestinationConfig: { OnFailure: { Destination: !GetAtt Dead.Arn } } }
                """).deadLetters());
    }

    private static DeadLetter letter(String source, String type, String target, OptionalInt receives) {
        return new DeadLetter(name(source), type, Optional.ofNullable(target), receives);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "AWS::S3::Bucket | {} | - | -",
                "AWS::S3::Bucket | { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 } }] } } | true | -",
                "AWS::S3::Bucket | { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: !Ref Key } }] } } | true | Key",
                "AWS::EC2::Volume | { Encrypted: false } | false | -",
                "AWS::EC2::LaunchTemplate | { LaunchTemplateData: { BlockDeviceMappings: [{ Ebs: { Encrypted: true } }] } } | true | -",
                "AWS::RDS::DBInstance | { StorageEncrypted: 'false' } | false | -",
                "AWS::DynamoDB::Table | { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: alias/mine } } | true | alias/mine",
                "AWS::SQS::Queue | { KmsMasterKeyId: !GetAtt Key.Arn } | true | Key",
                "AWS::SNS::Topic | {} | - | -",
                "AWS::Kinesis::Stream | { StreamEncryption: { EncryptionType: KMS, KeyId: alias/aws/kinesis } } | true | alias/aws/kinesis",
                "AWS::EFS::FileSystem | { Encrypted: !ImportValue encrypted } | - | -",
            })
    void readsWhetherWhatIsStoredIsEncrypted(String type, String properties, Boolean encrypted, String key) {
        assertEquals(
                List.of(new Encryption(name("It"), type, Optional.ofNullable(encrypted), Optional.ofNullable(key))),
                of("  Key: { Type: 'AWS::KMS::Key' }\n  It: { Type: '%s', Properties: %s }".formatted(type, properties))
                        .encryptions());
    }

    /** It has what its cluster has. */
    @Test
    void leavesAMemberOfADatabaseClusterToTheCluster() {
        assertEquals(
                List.of(),
                of("  It: { Type: 'AWS::RDS::DBInstance', Properties: { DBClusterIdentifier: c } }")
                        .encryptions());
    }
}
