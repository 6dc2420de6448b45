package atlas.proof.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The linter that most who write templates use, with errors and warnings, in the region the template goes to. */
final class CfnLintGate implements Gate {
    static final String VERSION = "1.58.0";

    /** Parts of a template that have entries with logical ids. */
    private static final Set<String> SECTIONS = Set.of("Resources", "Outputs", "Parameters", "Mappings", "Conditions");

    private final Tools tools;

    CfnLintGate(Tools tools) {
        this.tools = tools;
    }

    @Override
    public String name() {
        return "cfn-lint";
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public List<Finding> findings(Templates templates) {
        String linter = tools.python("cfn-lint").toString();
        List<Finding> findings = new ArrayList<>();
        templates.filesByRegion().forEach((region, files) -> {
            List<String> command = new ArrayList<>(List.of(linter, "--format", "json", "--regions", region, "--"));
            command.addAll(files);
            JsonNode matches = tools.program().run(command).json();
            if (!matches.isArray()) {
                throw new BrokenGate("it answers with something other than a list");
            }
            matches.forEach(match -> findings.add(finding(match, templates)));
        });
        return findings.stream().distinct().sorted().toList();
    }

    private static Finding finding(JsonNode match, Templates templates) {
        JsonNode rule = match.path("Rule");
        String source = rule.path("Source").asText();
        return new Finding(
                rule.path("Id").asText(),
                templates.stack(match.path("Filename").asText()),
                logicalId(match.at("/Location/Path")),
                match.path("Message").asText(),
                source.isEmpty() ? "" : "see " + source);
    }

    private static String logicalId(JsonNode path) {
        return SECTIONS.contains(path.path(0).asText()) ? path.path(1).asText() : "";
    }
}
