package atlas.infra.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ComputeOption;
import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DashboardStackTest {
    private static final Page ALL = Page.of(Assembly.with());

    @Test
    void hasARowForEachOptionInTheOrderOfTheList() {
        assertEquals(
                Arrays.stream(ComputeOption.values())
                        .map(DashboardStackTest::heading)
                        .toList(),
                List.copyOf(ALL.rows().keySet()));
    }

    @Test
    void hasNoRowForWhatIsNotChosen() {
        assertEquals(
                List.of(heading(ComputeOption.ECS_FARGATE), heading(ComputeOption.LAMBDA_SCHEDULE)),
                List.copyOf(Page.of(Assembly.with("options=lambda-schedule,ecs-fargate"))
                        .rows()
                        .keySet()));
    }

    /** Else leaving one option out would change what another's graphs show. */
    @ParameterizedTest
    @EnumSource
    void showsTheSameOfAnOptionWhateverElseIsChosen(ComputeOption option) {
        Page alone = Page.of(Assembly.with("options=" + option.id()));

        assertEquals(Map.of(heading(option), ALL.rows().get(heading(option))), alone.rows());
    }

    /** Titles, units and scales are what makes rows comparable; only what a curve is called may differ. */
    @ParameterizedTest
    @EnumSource
    void showsTheSameGraphsInTheSameOrder(ComputeOption option) {
        assertEquals(
                List.of(
                        "Requests: 1 curve, in 5 minutes from 0",
                        "Latency: 2 curves, ms from 0",
                        "Errors: 1 curve, in 5 minutes from 0",
                        "Units and their utilisation: 2 curves, running from 0, % from 0 to 100"),
                ALL.rows().get(heading(option)).stream()
                        .map(DashboardStackTest::described)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void showsTheMedianAndTheSlowestOfAHundred(ComputeOption option) {
        JsonNode curves = ALL.rows().get(heading(option)).get(1).path("metrics");

        assertEquals(
                List.of("p50", "p99"),
                Json.elements(curves).map(DashboardStackTest::label).toList());
        assertTrue(curves.get(0).toString().matches(".*(', 'p50'|\"stat\":\"p50\").*"), curves::toString);
        assertTrue(curves.get(1).toString().matches(".*(', 'p99'|\"stat\":\"p99\").*"), curves::toString);
    }

    /** Units to the left, their utilisation to the right, since tasks and percent have no scale in common. */
    @ParameterizedTest
    @EnumSource
    void keepsUnitsAndPercentApart(ComputeOption option) {
        JsonNode curves = ALL.rows().get(heading(option)).get(3).path("metrics");

        assertFalse(curves.get(0).get(curves.get(0).size() - 1).has("yAxis"));
        assertEquals(
                "right",
                curves.get(1).get(curves.get(1).size() - 1).path("yAxis").asText());
    }

    @Test
    void fillsEachRowFromEdgeToEdgeAndCoversNothing() {
        Set<String> taken = new TreeSet<>();
        int bottom = 0;
        for (JsonNode widget : ALL.widgets()) {
            int right = widget.path("x").asInt() + widget.path("width").asInt();
            bottom = Math.max(
                    bottom, widget.path("y").asInt() + widget.path("height").asInt());
            assertTrue(right <= 24, widget::toString);
            for (int x = widget.path("x").asInt(); x < right; x++) {
                for (int y = widget.path("y").asInt();
                        y < widget.path("y").asInt() + widget.path("height").asInt();
                        y++) {
                    assertTrue(taken.add(x + " " + y), widget::toString);
                }
            }
        }

        assertEquals(24 * bottom, taken.size());
    }

    /** A count for five minutes is one only as long as nobody makes the period longer, as CloudWatch does by itself. */
    @Test
    void keepsItsPeriodHoweverLongTheTimeShown() {
        assertEquals("inherit", ALL.body().path("periodOverride").asText());
        assertEquals("-PT3H", ALL.body().path("start").asText());
        ALL.graphs()
                .forEach(graph -> assertEquals(
                        Set.of(300),
                        graph.findValues("period").stream().map(JsonNode::asInt).collect(Collectors.toSet())));
    }

    /** Dashboards are an account's: two regions with one name would overwrite each other. */
    @Test
    void isNamedAfterItsRegionAndLooksThere() {
        Assembly assembly = Assembly.with("region=eu-west-1");

        assertEquals(
                "ComputeAtlas-eu-west-1",
                assembly.stack("Dashboard").only("AWS::CloudWatch::Dashboard").text("/DashboardName"));
        assertEquals(
                "https://console.aws.amazon.com/cloudwatch/home?region=eu-west-1"
                        + "#dashboards/dashboard/ComputeAtlas-eu-west-1",
                assembly.stack("Dashboard").output("Url"));
        Page.of(assembly)
                .graphs()
                .forEach(graph -> assertEquals("eu-west-1", graph.path("region").asText()));
    }

    /** Somebody who edits it in the console should know beforehand. */
    @Test
    void saysWhereItComesFrom() {
        String text = ALL.widgets().get(0).at("/properties/markdown").asText();

        assertTrue(text.contains("docs/dashboard.md") && text.contains("the stack AtlasDashboard"), text);
    }

    @Test
    void isALeafThatNeedsNoOption() {
        for (Assembly assembly : List.of(Assembly.with(), Assembly.with("profile=production"))) {
            for (String stack : assembly.stackIds()) {
                assertFalse(needs(assembly, stack).contains("Dashboard"), stack);
            }
            assertEquals(Set.of("HttpApi"), needs(assembly, "Dashboard"));
        }
        assertEquals(Set.of(), needs(Assembly.with("options=ecs-fargate"), "Dashboard"));
        assertEquals(List.of(), Assembly.with().stack("Dashboard").exports());
    }

    private static Set<String> needs(Assembly assembly, String stack) {
        return Json.elements(assembly.manifest().at("/artifacts/" + stack + "/dependencies"))
                .map(JsonNode::asText)
                .filter(assembly.stackIds()::contains)
                .collect(Collectors.toSet());
    }

    private static String heading(ComputeOption option) {
        return "%s (%s)".formatted(option.title(), option.id());
    }

    private static String described(JsonNode graph) {
        int curves = graph.path("metrics").size();
        return "%s: %d curve%s, %s"
                .formatted(
                        graph.path("title").asText(),
                        curves,
                        curves == 1 ? "" : "s",
                        Stream.of("left", "right")
                                .map(side -> graph.path("yAxis").path(side))
                                .filter(axis -> !axis.isMissingNode())
                                .map(DashboardStackTest::scale)
                                .collect(Collectors.joining(", ")));
    }

    private static String scale(JsonNode axis) {
        return "%s from %s%s"
                .formatted(
                        axis.path("label").asText(),
                        ValueText.of(axis.path("min")),
                        axis.has("max") ? " to " + axis.path("max") : "");
    }

    private static String label(JsonNode curve) {
        return curve.get(curve.size() - 1).path("label").asText();
    }
}
