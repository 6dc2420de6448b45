package atlas.infra.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseStackTest {
    private static StackTemplate sandbox;
    private static StackTemplate production;

    @BeforeAll
    static void synthesize() {
        sandbox = Assembly.with().stack("Database");
        production = Assembly.with("profile=production").stack("Database");
    }

    @Test
    void keepsOneRowAnId() {
        sandbox.assertions()
                .hasResourceProperties(
                        "AWS::DynamoDB::Table",
                        Map.of(
                                "KeySchema", List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
                                "AttributeDefinitions", List.of(Map.of("AttributeName", "id", "AttributeType", "S"))));
    }

    @Test
    void costsNothingWhileNobodyAsks() {
        assertEquals("PAY_PER_REQUEST", jobs(sandbox).text("/BillingMode"));
    }

    @Test
    void forgetsOldJobs() {
        assertEquals("AttributeName expiresAt, Enabled true", jobs(sandbox).text("/TimeToLiveSpecification"));
    }

    @Test
    void keepsDataInProduction() {
        Resource jobs = jobs(production);

        assertEquals("Retain", jobs.json().path("DeletionPolicy").asText());
        assertEquals("Retain", jobs.json().path("UpdateReplacePolicy").asText());
        assertEquals("true", jobs.text("/DeletionProtectionEnabled"));
        assertEquals("true", jobs.text("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled"));
    }

    @Test
    void leavesNothingBehindInTheSandbox() {
        assertEquals("Delete", jobs(sandbox).json().path("DeletionPolicy").asText());
        assertEquals("false", jobs(sandbox).text("/DeletionProtectionEnabled"));
    }

    @Test
    void exportsAFixedSet() {
        assertEquals(List.of("${Jobs.Arn}", "${Jobs}"), sandbox.exports());
    }

    private static Resource jobs(StackTemplate database) {
        return database.only("AWS::DynamoDB::Table");
    }
}
