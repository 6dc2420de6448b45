package atlas.infra.guard;

import atlas.infra.template.Assembly;
import java.util.ArrayList;
import java.util.List;

/** A finding that a stack says is meant. */
record Acceptance(String rule, String path, String reason) {
    /** All that the stacks accept, less what the CDK accepts of its own constructs. */
    static List<Acceptance> in(Assembly assembly) {
        List<Acceptance> accepted = new ArrayList<>();
        for (String stack : assembly.stackIds()) {
            assembly.read(stack + ".metadata.json")
                    .properties()
                    .forEach(construct -> construct.getValue().forEach(entry -> {
                        if (entry.path("type").asText().equals("aws:cdk:acknowledged-rules")) {
                            entry.path("data")
                                    .properties()
                                    .forEach(rule -> accepted.add(new Acceptance(
                                            rule.getKey(),
                                            construct.getKey().substring(1),
                                            rule.getValue().asText())));
                        }
                    }));
        }
        accepted.removeIf(acceptance -> acceptance.rule.startsWith("CloudFormation-Validate::"));
        return accepted;
    }

    /** A rule alone covers all it finds in the resource; brackets cover what is called so, or a path that ends so. */
    boolean covers(Finding finding) {
        String meant = about(rule);
        String found = about(finding.rule()).replaceFirst("^(Action|Resource|Policy)::", "");
        return (finding.path() + "/").startsWith(path + "/")
                && name(finding.rule()).equals(name(rule))
                && (meant.isEmpty() || found.equals(meant) || !meant.equals("*") && found.endsWith("/" + meant));
    }

    private static String name(String rule) {
        return rule.replaceFirst("^Annotation::", "").replaceFirst("\\[.*", "");
    }

    private static String about(String rule) {
        return rule.endsWith("]") ? rule.substring(rule.indexOf('[') + 1, rule.length() - 1) : "";
    }
}
