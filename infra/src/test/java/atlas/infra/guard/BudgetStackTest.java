package atlas.infra.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetStackTest {
    private static final Assembly WATCHED = Assembly.with("budget=20", "email=you@example.com");

    /** A filter by tag would read nothing until somebody activates the tag. */
    @Test
    void countsWhatTheWholeAccountCostsAMonth() {
        Resource budget = WATCHED.stack("Budget").only("AWS::Budgets::Budget");

        assertEquals("COST", budget.text("/Budget/BudgetType"));
        assertEquals("MONTHLY", budget.text("/Budget/TimeUnit"));
        assertEquals("Amount 20, Unit USD", budget.text("/Budget/BudgetLimit"));
        assertFalse(budget.has("/Budget/CostFilters"));
        assertFalse(budget.has("/Budget/FilterExpression"));
    }

    @Test
    void writesWhenMostIsSpentAndWhenTooMuchIsToBeExpected() {
        JsonNode mails = WATCHED.stack("Budget").only("AWS::Budgets::Budget").get("/NotificationsWithSubscribers");

        assertEquals(2, mails.size());
        assertEquals("ACTUAL over 80 PERCENTAGE to EMAIL you@example.com", mail(mails.get(0)));
        assertEquals("FORECASTED over 100 PERCENTAGE to EMAIL you@example.com", mail(mails.get(1)));
    }

    @Test
    void needsNobodyAndNobodyNeedsIt() {
        for (String stack : WATCHED.stackIds()) {
            List<String> needed = WATCHED.manifest()
                    .at("/artifacts/" + stack + "/dependencies")
                    .valueStream()
                    .map(JsonNode::asText)
                    .filter(WATCHED.stackIds()::contains)
                    .toList();
            assertFalse(needed.contains("Budget"), stack);
            assertFalse(stack.equals("Budget") && !needed.isEmpty(), needed::toString);
        }
    }

    @Test
    void isThereForOneOptionToo() {
        Assembly one = Assembly.with("budget=20", "email=you@example.com", "options=lambda-http-api");

        assertEquals(WATCHED.stack("Budget").json(), one.stack("Budget").json());
    }

    private static String mail(JsonNode mail) {
        JsonNode when = mail.path("Notification");
        assertEquals("GREATER_THAN", when.path("ComparisonOperator").asText());
        JsonNode to = mail.path("Subscribers").path(0);
        return "%s over %s %s to %s %s"
                .formatted(
                        when.path("NotificationType").asText(),
                        when.path("Threshold").asText(),
                        when.path("ThresholdType").asText(),
                        to.path("SubscriptionType").asText(),
                        to.path("Address").asText());
    }
}
