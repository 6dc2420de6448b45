package atlas.infra;

import atlas.infra.dashboard.DashboardStack;
import atlas.infra.dashboard.Row;
import atlas.infra.guard.BudgetStack;
import atlas.infra.guard.Expiry;
import atlas.infra.guard.FunctionLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;

/** The CDK app. Reads the settings once, then builds the chosen options with the layers they need. */
public final class AtlasApp {
    private static final int OK = 0;
    private static final int BAD_SETTINGS = 2;

    private AtlasApp() {}

    public static void main(String[] args) {
        System.exit(Interruption.watch(AtlasApp::run));
    }

    private static int run() {
        App app = new App();
        try {
            build(app, Settings.from(contextOf(app)), stack -> {});
        } catch (SettingsException refused) {
            System.err.println("error: " + refused.getMessage());
            return BAD_SETTINGS;
        }
        app.synth();
        return OK;
    }

    @SuppressWarnings("unchecked") // an untyped object in jsii's eyes
    private static Map<String, Object> contextOf(App app) {
        return (Map<String, Object>) app.getNode().getAllContext();
    }

    /**
     * Every layer comes too when no option was left out, so that {@code cdk destroy --all} finds all of them.
     *
     * @param progress told each stack that is about to be built, by its id
     */
    public static void build(App app, Settings settings, Consumer<String> progress) {
        Aspects.of(app).add(new FunctionLogs(settings.profile().logRetention()));
        Layers layers = new Layers(app, settings);
        List<Row> rows = new ArrayList<>();
        settings.options().forEach(option -> {
            progress.accept(option.stackId());
            rows.add(option.build(layers).row());
        });
        if (settings.buildsAll()) {
            progress.accept("Dns");
            layers.dns();
        }
        progress.accept("Dashboard");
        new DashboardStack(layers, rows);
        if (settings.budget() instanceof Budget.Monthly budget) {
            progress.accept("Budget");
            new BudgetStack(layers, budget);
        }
        if (settings.lifetime() instanceof Lifetime.Until end) {
            app.getNode().getChildren().stream()
                    .filter(Stack.class::isInstance)
                    .forEach(stack -> new Expiry((Stack) stack, end));
        }
    }
}
