package atlas.infra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationReportTest {
    @TempDir
    private Path assembly;

    @Test
    void tellsSeverityRuleConstructAndWhatIsWrong() throws IOException {
        Files.writeString(assembly.resolve("validation-report.json"), """
                {"pluginReports": [{"pluginName": "CloudFormation Validate", "violations": [
                  {"ruleName": "E3012", "severity": "error", "description": "64 is below 128",
                   "violatingConstructs": [{"constructPath": "A/Function"}, {"constructPath": "B/Function"}]}]}]}
                """);

        assertEquals(
                List.of("error E3012 A/Function: 64 is below 128", "error E3012 B/Function: 64 is below 128"),
                ValidationReport.findingsIn(assembly));
    }

    @Test
    void findsNothingInAnEmptyReport() throws IOException {
        Files.writeString(assembly.resolve("validation-report.json"), "{\"pluginReports\": []}");

        assertEquals(List.of(), ValidationReport.findingsIn(assembly));
    }
}
