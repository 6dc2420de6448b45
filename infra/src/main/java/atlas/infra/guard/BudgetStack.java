package atlas.infra.guard;

import atlas.infra.Budget;
import atlas.infra.Layers;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.budgets.CfnBudget;

/**
 * A mail when the month has cost most of the budget, and when it is going to cost more. It counts the whole account: a
 * filter by tag reads nothing until somebody has activated cost allocation tags. It tells, and stops nothing.
 */
public final class BudgetStack extends Stack {
    private static final int PERCENT_SPENT = 80;
    private static final int PERCENT_FORECAST = 100;

    public BudgetStack(Layers layers, Budget.Monthly budget) {
        super(
                layers.app(),
                "Budget",
                StackIdentity.layer(layers.settings(), "Budget", "a mail about the account's costs"));
        CfnBudget.Builder.create(this, "Monthly")
                .budget(CfnBudget.BudgetDataProperty.builder()
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .budgetLimit(CfnBudget.SpendProperty.builder()
                                .amount(budget.usd())
                                .unit("USD")
                                .build())
                        .build())
                .notificationsWithSubscribers(List.of(
                        mail(budget.email(), "ACTUAL", PERCENT_SPENT),
                        mail(budget.email(), "FORECASTED", PERCENT_FORECAST)))
                .build();
    }

    private static CfnBudget.NotificationWithSubscribersProperty mail(String address, String kind, int percent) {
        return CfnBudget.NotificationWithSubscribersProperty.builder()
                .notification(CfnBudget.NotificationProperty.builder()
                        .notificationType(kind)
                        .comparisonOperator("GREATER_THAN")
                        .threshold(percent)
                        .thresholdType("PERCENTAGE")
                        .build())
                .subscribers(List.of(CfnBudget.SubscriberProperty.builder()
                        .subscriptionType("EMAIL")
                        .address(address)
                        .build()))
                .build();
    }
}
