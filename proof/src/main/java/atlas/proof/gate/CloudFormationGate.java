package atlas.proof.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * AWS's CloudFormation Validate with all its rules, warnings included. The one inside the CDK leaves circles out and only warns
 * of values that an enumeration does not have.
 */
final class CloudFormationGate implements Gate {
    static final String VERSION = "1.9.0-beta";

    /** Advice, such as that a property cannot be changed in place: nothing that is wrong. */
    private static final Set<String> NO_FINDING = Set.of("INFO", "DEBUG");

    private final Tools tools;

    CloudFormationGate(Tools tools) {
        this.tools = tools;
    }

    @Override
    public String name() {
        return "cloudformation";
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public List<Finding> findings(Templates templates) {
        String modules = tools.npm("@aws/cloudformation-validate", "index.js").toString();
        List<String> command = new ArrayList<>(
                List.of("node", tools.ours("cloudformation-validate.js").toString(), modules));
        templates.stacks().forEach(template -> {
            command.add(template.region());
            command.add(template.file().toString());
        });
        List<Finding> findings = new ArrayList<>();
        Set<String> reported = new TreeSet<>();
        for (JsonNode report : tools.program().run(command).json()) {
            String stack = templates.stack(report.path("filePath").asText());
            String status = report.path("status").asText();
            if (!status.equals("OK")) {
                throw new BrokenGate("it says %s of %s".formatted(status, stack));
            }
            reported.add(stack);
            report.path("diagnostics").forEach(diagnostic -> {
                if (!NO_FINDING.contains(diagnostic.path("severity").asText())) {
                    findings.add(finding(diagnostic, stack));
                }
            });
        }
        templates.requireAll(reported);
        return findings.stream().distinct().sorted().toList();
    }

    private static Finding finding(JsonNode diagnostic, String stack) {
        String where = diagnostic.path("propertyPath").asText();
        return new Finding(
                diagnostic.path("ruleId").asText(),
                stack,
                diagnostic.path("entity").path("logicalId").asText(),
                (where.isEmpty() ? "" : where + ": ")
                        + diagnostic.path("message").asText(),
                diagnostic.path("suggestedFix").asText());
    }
}
