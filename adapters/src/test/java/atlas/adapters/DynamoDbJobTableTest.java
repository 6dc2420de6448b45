package atlas.adapters;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalAws.Shared.class)
class DynamoDbJobTableTest extends JobTableLaws {
    DynamoDbJobTableTest(LocalAws aws) {
        super(aws.ports().jobTable(aws.newTable()));
    }
}
