package atlas.adapters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.Job;
import atlas.app.JobTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

@ExtendWith(LocalAws.Shared.class)
class DynamoDbJobTableTest extends JobTableLaws {
    private final LocalAws aws;
    private final String name;
    private final JobTable table;

    DynamoDbJobTableTest(LocalAws aws) {
        this.aws = aws;
        name = aws.newTable();
        table = aws.ports().jobTable(name);
    }

    @Override
    JobTable table() {
        return table;
    }

    @Test
    void keepsARowForAWeekWhateverBecomesOfIt() {
        table.putIfAbsent(JOB);
        String aWeekAfterNoon = "1795953600";
        assertEquals(AttributeValue.fromN(aWeekAfterNoon), row().get("expiresAt"));

        table.finish(table.claim(JOB.id(), NOON, LEASE_END).orElseThrow(), Job.State.DONE, "");
        assertEquals(AttributeValue.fromN(aWeekAfterNoon), row().get("expiresAt"));
    }

    @Test
    void knowsItsOwnRowWhenTheAnswerWasLost() {
        aws.wire().spoil("dynamodb:PutItem", Fault.ANSWER_LOST);

        List<String> operations = aws.wire().during(() -> assertEquals(JOB, table.putIfAbsent(JOB)));
        assertEquals(List.of("dynamodb:PutItem", "dynamodb:PutItem"), operations);
    }

    @Test
    void knowsItsOwnClaimWhenTheAnswerWasLost() {
        table.putIfAbsent(JOB);
        aws.wire().spoil("dynamodb:UpdateItem", Fault.ANSWER_LOST);

        List<String> operations = aws.wire()
                .during(() -> assertEquals(
                        Optional.of(1), table.claim(JOB.id(), NOON, LEASE_END).map(Job::attempt)));
        assertEquals(List.of("dynamodb:UpdateItem", "dynamodb:UpdateItem"), operations);
        assertEquals(Optional.empty(), table.claim(JOB.id(), NOON, LEASE_END), "it is no longer free");
    }

    @Test
    void knowsItsOwnResultWhenTheAnswerWasLost() {
        table.putIfAbsent(JOB);
        Job claimed = table.claim(JOB.id(), NOON, LEASE_END).orElseThrow();
        aws.wire().spoil("dynamodb:UpdateItem", Fault.ANSWER_LOST);

        assertTrue(table.finish(claimed, Job.State.DONE, ""));
    }

    @Test
    void triesAgainWhenThrottled() {
        aws.wire().spoil("dynamodb:GetItem", Fault.THROTTLED);

        List<String> operations = aws.wire().during(() -> assertEquals(Optional.empty(), table.find(JOB.id())));
        assertEquals(List.of("dynamodb:GetItem", "dynamodb:GetItem"), operations);
    }

    @Test
    void givesUpAfterThreeTries() {
        aws.wire().spoil("dynamodb:GetItem", Fault.ANSWER_LOST, Fault.ANSWER_LOST, Fault.ANSWER_LOST);

        List<String> operations =
                aws.wire().during(() -> assertThrows(RuntimeException.class, () -> table.find(JOB.id())));
        assertEquals(List.of("dynamodb:GetItem", "dynamodb:GetItem", "dynamodb:GetItem"), operations);
    }

    @Test
    void saysAtOnceThatAPermissionIsMissing() {
        aws.wire().spoil("dynamodb:PutItem", Fault.FORBIDDEN);

        List<String> operations = aws.wire().during(() -> {
            var refused = assertThrows(DynamoDbException.class, () -> table.putIfAbsent(JOB));
            assertEquals("AccessDeniedException", refused.awsErrorDetails().errorCode());
            assertEquals("loopback says so", refused.awsErrorDetails().errorMessage());
        });
        assertEquals(List.of("dynamodb:PutItem"), operations);
    }

    @Test
    void saysThatThereIsNoSuchTable() {
        JobTable misnamed = aws.ports().jobTable("no-such-table");

        var refused = assertThrows(DynamoDbException.class, () -> misnamed.find(JOB.id()));
        assertEquals("ResourceNotFoundException", refused.awsErrorDetails().errorCode());
    }

    private Map<String, AttributeValue> row() {
        return aws.tables()
                .getItem(get -> get.tableName(name).key(Map.of("id", AttributeValue.fromS(JOB.id()))))
                .item();
    }
}
