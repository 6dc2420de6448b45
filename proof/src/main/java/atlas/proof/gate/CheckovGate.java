package atlas.proof.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The policies that many companies hold templates to: encryption, logs, backups, what is open. */
final class CheckovGate implements Gate {
    static final String VERSION = "3.3.30";

    private final Tools tools;

    CheckovGate(Tools tools) {
        this.tools = tools;
    }

    @Override
    public String name() {
        return "checkov";
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public List<Finding> findings(Templates templates) {
        List<String> command = new ArrayList<>(List.of(
                tools.python("python").toString(),
                tools.python("checkov").toString(),
                "--framework",
                "cloudformation",
                "--output",
                "json",
                "--compact",
                "--skip-download"));
        templates.files().forEach(file -> command.addAll(List.of("--file", file)));
        JsonNode report = tools.program().run(command).json();
        if (!report.has("results") && !report.has("resource_count")) {
            throw new BrokenGate("it answers without results");
        }
        JsonNode unread = report.at("/results/parsing_errors");
        if (!unread.isEmpty()) {
            throw new BrokenGate("it cannot read " + unread.path(0).asText());
        }
        List<Finding> findings = new ArrayList<>();
        report.at("/results/failed_checks").forEach(check -> findings.add(finding(check, templates)));
        return findings.stream().distinct().sorted().toList();
    }

    private static Finding finding(JsonNode check, Templates templates) {
        String resource = check.path("resource").asText();
        return new Finding(
                check.path("check_id").asText(),
                templates.stack(check.path("file_abs_path").asText()),
                resource.substring(resource.lastIndexOf('.') + 1),
                check.path("check_name").asText(),
                evaluated(check));
    }

    private static String evaluated(JsonNode check) {
        List<String> keys = new ArrayList<>();
        check.at("/check_result/evaluated_keys").forEach(key -> keys.add(key.asText()));
        return keys.isEmpty() ? "" : "look at " + String.join(", ", keys);
    }
}
