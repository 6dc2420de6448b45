package atlas.infra.dashboard;

import static java.util.Comparator.comparing;

import atlas.infra.Layers;
import atlas.infra.guard.StackIdentity;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.PeriodOverride;
import software.amazon.awscdk.services.cloudwatch.TextWidget;
import software.amazon.awscdk.services.cloudwatch.TextWidgetBackground;
import software.amazon.awscdk.services.cloudwatch.YAxisProps;

/**
 * One page with a row for every chosen option, the same graphs in the same order. Nothing depends on this stack, and it on
 * no option, so options come and go without it; it alone differs with what is chosen.
 */
public final class DashboardStack extends Stack {
    private static final int WIDTH = 24;
    private static final int GRAPHS = 4;
    private static final int GRAPH_HEIGHT = 5;

    private static final String ABOUT = """
            # Compute Atlas: the options side by side
            A point is five minutes, and counts what was in them. A row is empty while its option is not deployed or nobody \
            asks it; new metrics take some minutes to be found. What each graph measures, and what cannot be compared, \
            is in docs/dashboard.md of the project. This page belongs to the stack %s: what is changed here is lost with \
            its next deployment.""";

    private final String region;

    /** @param rows shown in the order of the list of options, whatever order they come in */
    public DashboardStack(Layers layers, List<Row> rows) {
        super(
                layers.app(),
                "Dashboard",
                StackIdentity.layer(layers.settings(), "Dashboard", "a dashboard with a row for each option"));
        region = layers.settings().region();
        // Dashboards are an account's, not a region's: without the region, a second atlas would overwrite the first.
        String name = "ComputeAtlas-" + region;
        Dashboard dashboard = Dashboard.Builder.create(this, "SideBySide")
                .dashboardName(name)
                .defaultInterval(Duration.hours(3))
                .periodOverride(PeriodOverride.INHERIT)
                .build();
        dashboard.addWidgets(text(ABOUT.formatted(getStackName()), 3, TextWidgetBackground.SOLID));
        rows.stream().sorted(comparing(Row::option)).forEach(row -> {
            dashboard.addWidgets(text(
                    "## %s (%s)".formatted(row.option().title(), row.option().id()),
                    1,
                    TextWidgetBackground.TRANSPARENT));
            dashboard.addWidgets(graphs(row));
        });
        CfnOutput.Builder.create(this, "Url")
                .description("The options side by side")
                .value("https://console.aws.amazon.com/cloudwatch/home?region=%s#dashboards/dashboard/%s"
                        .formatted(region, name))
                .build();
    }

    private IWidget[] graphs(Row row) {
        return new IWidget[] {
            graph("Requests", "in 5 minutes", row.requests()).build(),
            graph("Latency", "ms", row.median(), row.slowest()).build(),
            graph("Errors", "in 5 minutes", row.errors()).build(),
            graph("Units and their utilisation", "running", row.units())
                    .right(List.of(row.utilisation()))
                    .rightYAxis(axis("%").max(100).build())
                    .build(),
        };
    }

    private GraphWidget.Builder graph(String title, String unit, IMetric... metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .region(region)
                .width(WIDTH / GRAPHS)
                .height(GRAPH_HEIGHT)
                .period(Row.PERIOD)
                .left(List.of(metrics))
                .leftYAxis(axis(unit).build());
    }

    /** From 0, so that a small change does not fill a graph. */
    private static YAxisProps.Builder axis(String unit) {
        return YAxisProps.builder().label(unit).showUnits(false).min(0);
    }

    private static TextWidget text(String markdown, int height, TextWidgetBackground background) {
        return TextWidget.Builder.create()
                .markdown(markdown)
                .width(WIDTH)
                .height(height)
                .background(background)
                .build();
    }
}
