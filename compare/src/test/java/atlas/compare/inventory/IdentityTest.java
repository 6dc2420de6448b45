package atlas.compare.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.Written;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {
    private static List<Identity> in(String resources) {
        return Inventory.of(Written.setUp("Resources:\n" + resources)).identities();
    }

    private static Identity only(String resources) {
        List<Identity> identities = in(resources);
        assertEquals(1, identities.size());
        return identities.get(0);
    }

    /** Inline, beside it, and managed by the template in either direction; a denial gives nothing. */
    @Test
    void hasTheStatementsOfAllItsPolicies() {
        Identity role = only("""
                  Role:
                    Type: AWS::IAM::Role
                    Properties:
                      Policies:
                        - PolicyDocument: { Statement: { Effect: Allow, Action: 's3:GetObject', Resource: arn } }
                      ManagedPolicyArns: [!Ref Mine]
                  Beside:
                    Type: AWS::IAM::Policy
                    Properties:
                      Roles: [!Ref Role]
                      PolicyDocument:
                        Statement:
                          - { Effect: Allow, Action: ['sqs:SendMessage'], Resource: '*' }
                          - { Effect: Deny, Action: '*', Resource: '*' }
                  Mine:
                    Type: AWS::IAM::ManagedPolicy
                    Properties:
                      PolicyDocument: { Statement: [{ Effect: Allow, Action: 'dynamodb:*', Resource: [arn] }] }
                  Theirs:
                    Type: AWS::IAM::ManagedPolicy
                    Properties:
                      Roles: [!Ref Role]
                      PolicyDocument: { Statement: [{ Effect: Allow, NotAction: 'iam:*', Resource: arn }] }
                """);

        assertEquals(4, role.statements());
        assertEquals(2, role.anyAction());
        assertEquals(1, role.anyResource());
        assertEquals(0, role.anything());
        assertEquals(List.of(), role.managedPolicies());
        assertFalse(role.isBroad());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Action: '*', Resource: '*'                 | true",
                "Action: ['s3:*', 'a:B'], Resource: ['*']   | true",
                "NotAction: 'iam:*', NotResource: arn       | true",
                "Action: 's3:Get*', Resource: '*'           | false",
                "Action: '*', Resource: 'arn:aws:s3:::b/*'  | false",
                "Action: 's3:GetObject', NotResource: arn   | false",
            })
    void isBroadWhenItMayDoAnythingToAnything(String statement, boolean broad) {
        assertEquals(broad, only("""
                  User:
                    Type: AWS::IAM::User
                    Properties: { Policies: [{ PolicyDocument: { Statement: { Effect: Allow, %s } } }] }
                """.formatted(statement)).isBroad());
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::aws:policy/AdministratorAccess, AdministratorAccess, true",
        "arn:aws:iam::aws:policy/PowerUserAccess, PowerUserAccess, true",
        "arn:aws:iam::aws:policy/AmazonS3FullAccess, AmazonS3FullAccess, true",
        "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole, AWSLambdaBasicExecutionRole, false",
        "arn:aws:iam::aws:policy/ReadOnlyAccess, ReadOnlyAccess, false",
    })
    void isBroadByAPolicyOfAws(String arn, String name, boolean broad) {
        Identity group =
                only("  Group: { Type: 'AWS::IAM::Group', Properties: { ManagedPolicyArns: ['%s'] } }".formatted(arn));

        assertEquals(List.of(name), group.managedPolicies());
        assertEquals(broad, group.isBroad());
    }

    @Test
    void readsAnArnThatADeploymentCompletes() {
        assertEquals(List.of("AWSLambdaBasicExecutionRole"), only("""
                  Role:
                    Type: AWS::IAM::Role
                    Properties:
                      ManagedPolicyArns:
                        - !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/AWSLambdaBasicExecutionRole'
                """).managedPolicies());
    }

    @Test
    void tellsWhomItTrusts() {
        Identity role = only("""
                  Role:
                    Type: AWS::IAM::Role
                    Properties:
                      AssumeRolePolicyDocument:
                        Statement:
                          - { Effect: Allow, Principal: { Service: [ecs.amazonaws.com, ec2.amazonaws.com] } }
                          - { Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root' } }
                """);

        assertEquals("role", role.kind());
        assertEquals(
                List.of(
                        "Service ecs.amazonaws.com",
                        "Service ec2.amazonaws.com",
                        "AWS arn:aws:iam::${AWS::AccountId}:root"),
                role.trusted());
        assertFalse(role.isOpen());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"'*'", "{ AWS: '*' }", "{ AWS: [arn, '*'] }"})
    void isOpenWhenItTrustsEverybody(String principal) {
        assertTrue(only("""
                  Role:
                    Type: AWS::IAM::Role
                    Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: %s }] } }
                """.formatted(principal)).isOpen());
    }
}
