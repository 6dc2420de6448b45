package atlas.adapters;

import static java.util.Map.entry;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import atlas.app.Job;
import atlas.app.JobTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Jobs in one table with the string {@code id} as its partition key. Its time-to-live attribute is {@code expiresAt}.
 *
 * <p>The SDK sends a request again when its answer is lost, and the first one may have been carried out. A refusal
 * therefore brings the item along, and who finds the own mark in it has won after all.
 *
 * <p>IAM on the table: {@code dynamodb:PutItem}, {@code dynamodb:GetItem}, {@code dynamodb:UpdateItem}.
 */
final class DynamoDbJobTable implements JobTable {
    /** How long after its creation a job may be asked for; DynamoDB removes it within a few days of that, free of charge. */
    static final Duration KEPT = Duration.ofDays(7);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Supplier<String> claimIds;

    /** @param claimIds gives a new id each time, unlike any that another worker gets */
    DynamoDbJobTable(DynamoDbClient dynamoDb, String table, Supplier<String> claimIds) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.claimIds = claimIds;
    }

    @Override
    public Job putIfAbsent(Job job) {
        try {
            dynamoDb.putItem(put -> put.tableName(table)
                    .item(JobItem.of(job, KEPT))
                    .conditionExpression("attribute_not_exists(id)")
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return job;
        } catch (ConditionalCheckFailedException taken) {
            return JobItem.job(taken.item());
        }
    }

    @Override
    public Optional<Job> find(String id) {
        var answer = dynamoDb.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true));
        return answer.hasItem() ? Optional.of(JobItem.job(answer.item())) : Optional.empty();
    }

    @Override
    public Optional<Job> claim(String id, Instant now, Instant leaseEnd) {
        AttributeValue claim = fromS(claimIds.get());
        var takeIfFree = change(id)
                .updateExpression("SET #state = :running, leaseEnd = :leaseEnd, claim = :claim ADD attempt :one")
                .conditionExpression("#state = :queued OR (#state = :running AND leaseEnd < :now)")
                .expressionAttributeValues(Map.ofEntries(
                        entry(":queued", JobItem.state(Job.State.QUEUED)),
                        entry(":running", JobItem.state(Job.State.RUNNING)),
                        entry(":now", JobItem.time(now)),
                        entry(":leaseEnd", JobItem.time(leaseEnd)),
                        entry(":claim", claim),
                        entry(":one", JobItem.number(1))))
                .build();
        try {
            return Optional.of(JobItem.job(dynamoDb.updateItem(takeIfFree).attributes()));
        } catch (ConditionalCheckFailedException refused) {
            return Optional.of(refused.item())
                    .filter(item -> claim.equals(item.get("claim")))
                    .map(JobItem::job);
        }
    }

    @Override
    public boolean finish(Job claimed, Job.State outcome, String reason) {
        AttributeValue attempt = JobItem.number(claimed.attempt());
        AttributeValue ended = JobItem.state(outcome);
        var endIfHeld = change(claimed.id())
                .updateExpression("SET #state = :ended, reason = :reason")
                .conditionExpression("#state = :running AND attempt = :attempt")
                .expressionAttributeValues(Map.ofEntries(
                        entry(":running", JobItem.state(Job.State.RUNNING)),
                        entry(":attempt", attempt),
                        entry(":ended", ended),
                        entry(":reason", fromS(reason))))
                .build();
        try {
            dynamoDb.updateItem(endIfHeld);
            return true;
        } catch (ConditionalCheckFailedException refused) {
            return attempt.equals(refused.item().get("attempt"))
                    && ended.equals(refused.item().get("state"));
        }
    }

    /** {@code state} is a reserved word. */
    private UpdateItemRequest.Builder change(String id) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(key(id))
                .expressionAttributeNames(Map.of("#state", "state"))
                .returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", fromS(id));
    }
}
