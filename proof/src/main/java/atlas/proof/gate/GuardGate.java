package atlas.proof.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The proactive controls of AWS Control Tower, which a company's accounts may enforce at every deployment. */
final class GuardGate implements Gate {
    static final String VERSION = "0.0.62";

    private static final String PACKAGE = "@cdklabs/cdk-validator-cfnguard";
    private static final Pattern MESSAGE = Pattern.compile("(?s)\\s*\\[(?<rule>[^]]+)]:(?<text>.*?)\\[FIX]:(?<fix>.*)");
    private static final Pattern RESOURCE = Pattern.compile("/Resources/(?<id>[^/]+)(/.*)?");

    private final Tools tools;

    GuardGate(Tools tools) {
        this.tools = tools;
    }

    @Override
    public String name() {
        return "guard";
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public List<Finding> findings(Templates templates) {
        List<String> command = new ArrayList<>(List.of(
                tools.npm(PACKAGE, binary(System.getProperty("os.name"), System.getProperty("os.arch")))
                        .toString(),
                "validate",
                "--structured",
                "--show-summary",
                "none",
                "--output-format",
                "json",
                "--rules",
                tools.npm(PACKAGE, "rules/control-tower/cfn-guard").toString()));
        templates.files().forEach(file -> command.addAll(List.of("--data", file)));
        List<Finding> findings = new ArrayList<>();
        Set<String> reported = new TreeSet<>();
        for (JsonNode report : tools.program().run(command).json()) {
            String stack = templates.stack(report.path("name").asText());
            reported.add(stack);
            report.path("not_compliant").forEach(rule -> findings.addAll(findings(rule.path("Rule"), stack)));
        }
        templates.requireAll(reported);
        return findings.stream().distinct().sorted().toList();
    }

    /** Those who made the package built the program for four kinds of machines. */
    static String binary(String system, String processor) {
        String kind =
                switch (system) {
                    case "Linux" -> "ubuntu";
                    case "Mac OS X" -> "macos";
                    default ->
                        throw new SkippedGate("there is no cfn-guard for %s; use Linux or macOS".formatted(system));
                };
        String architecture = Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "aarch64")
                .get(processor.toLowerCase(Locale.ROOT));
        if (architecture == null) {
            throw new SkippedGate("there is no cfn-guard for a processor %s".formatted(processor));
        }
        return "bin/%s/%s/cfn-guard".formatted(kind, architecture);
    }

    private static List<Finding> findings(JsonNode rule, String stack) {
        Matcher message = MESSAGE.matcher(message(rule));
        if (!message.matches()) {
            throw new BrokenGate(
                    "its rule %s has no message".formatted(rule.path("name").asText()));
        }
        Set<String> resources = new TreeSet<>();
        collect(rule, resources);
        return resources.stream()
                .map(resource -> new Finding(
                        message.group("rule"), stack, resource, message.group("text"), message.group("fix")))
                .toList();
    }

    /** Of the first part that has one; all parts of a control say the same. */
    private static String message(JsonNode rule) {
        return rule.findValuesAsText("custom_message").stream()
                .filter(text -> text.contains("[FIX]"))
                .findFirst()
                .orElse("");
    }

    /** A place it came to is told as an object with path and value, at a depth that depends on the rule. */
    private static void collect(JsonNode node, Set<String> resources) {
        if (node.has("path") && node.has("value")) {
            Matcher place = RESOURCE.matcher(node.path("path").asText());
            if (place.matches()) {
                resources.add(place.group("id"));
            }
        } else {
            node.forEach(part -> collect(part, resources));
        }
    }
}
