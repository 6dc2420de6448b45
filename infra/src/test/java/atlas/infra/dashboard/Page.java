package atlas.infra.dashboard;

import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The dashboard as CloudWatch gets it, but that a reference reads {@code ${HttpApi/Api}}. */
record Page(JsonNode body) {
    static Page of(Assembly assembly) {
        try {
            return new Page(new ObjectMapper()
                    .readTree(assembly.stack("Dashboard")
                            .only("AWS::CloudWatch::Dashboard")
                            .text("/DashboardBody")));
        } catch (JsonProcessingException broken) {
            throw new AssertionError("the body is no JSON", broken);
        }
    }

    List<JsonNode> widgets() {
        return Json.elements(body.path("widgets")).toList();
    }

    List<JsonNode> graphs() {
        return widgets().stream()
                .filter(widget -> widget.path("type").asText().equals("metric"))
                .map(widget -> widget.path("properties"))
                .toList();
    }

    /** The graphs under each heading, without where they are. */
    Map<String, List<JsonNode>> rows() {
        Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
        List<JsonNode> row = List.of();
        for (JsonNode widget : widgets()) {
            String text = widget.at("/properties/markdown").asText();
            if (text.startsWith("## ")) {
                rows.put(text.substring(3), row = new ArrayList<>());
            } else if (text.isEmpty()) {
                row.add(widget.path("properties"));
            }
        }
        return rows;
    }
}
