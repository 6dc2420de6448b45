package atlas.infra.template;

import static atlas.infra.template.Json.elements;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** A dashboard's body, JSON within JSON, as a person would write it down: a line a widget, and one for each of its curves. */
final class DashboardText {
    private DashboardText() {}

    /** @param body as {@link ValueText} writes it */
    static List<String> of(String body) {
        List<String> lines = new ArrayList<>();
        try {
            JsonNode dashboard = new ObjectMapper().readTree(body);
            lines.add("start %s, periodOverride %s"
                    .formatted(
                            dashboard.path("start").asText(),
                            dashboard.path("periodOverride").asText()));
            dashboard.path("widgets").forEach(widget -> add(widget, lines));
        } catch (JsonProcessingException broken) {
            throw new AssertionError("no dashboard: " + body, broken);
        }
        return lines;
    }

    private static void add(JsonNode widget, List<String> lines) {
        JsonNode properties = widget.path("properties");
        String place = "x %s, y %s, %s x %s: "
                .formatted(widget.path("x"), widget.path("y"), widget.path("width"), widget.path("height"));
        if (properties.has("markdown")) {
            lines.add(place + properties.path("markdown").asText().replace("\n", "\\n"));
            return;
        }
        lines.add(place
                + "%s, every %s s in %s%s%s"
                        .formatted(
                                properties.path("title").asText(),
                                properties.path("period"),
                                properties.path("region").asText(),
                                axis("left", properties),
                                axis("right", properties)));
        properties.path("metrics").forEach(metric -> lines.add("  " + curve(metric)));
    }

    private static String axis(String side, JsonNode properties) {
        JsonNode axis = properties.path("yAxis").path(side);
        return axis.isMissingNode()
                ? ""
                : ", %s %s from %s%s"
                        .formatted(
                                side,
                                axis.path("label").asText(),
                                axis.path("min"),
                                axis.has("max") ? " to " + axis.path("max") : "");
    }

    /** An expression, or a metric's namespace, name and dimensions; the last element tells how it is drawn. */
    private static String curve(JsonNode metric) {
        JsonNode drawn = metric.get(metric.size() - 1);
        String what = drawn.path("expression").asText();
        if (what.isEmpty()) {
            what = drawn.path("stat").asText() + " of "
                    + elements(metric)
                            .filter(JsonNode::isTextual)
                            .map(JsonNode::asText)
                            .collect(joining(" "));
        }
        String side = drawn.has("yAxis") ? " (" + drawn.path("yAxis").asText() + ")" : "";
        return drawn.path("label").asText() + side + ": " + what;
    }
}
