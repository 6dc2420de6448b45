package atlas.infra.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What CloudFormation's rules and the CDK's own annotations found, less what the stacks have acknowledged. */
final class ValidationReport {
    private ValidationReport() {}

    /** One line a finding: severity, rule, construct, what is wrong. */
    static List<String> findingsIn(Path cloudAssembly) {
        List<String> findings = new ArrayList<>();
        for (JsonNode plugin :
                read(cloudAssembly.resolve("validation-report.json")).path("pluginReports")) {
            for (JsonNode violation : plugin.path("violations")) {
                for (JsonNode construct : violation.path("violatingConstructs")) {
                    findings.add("%s %s %s: %s"
                            .formatted(
                                    violation.path("severity").asText(),
                                    violation.path("ruleName").asText(),
                                    construct.path("constructPath").asText(),
                                    violation.path("description").asText()));
                }
            }
        }
        return findings;
    }

    private static JsonNode read(Path report) {
        try {
            return new ObjectMapper().readTree(report.toFile());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
