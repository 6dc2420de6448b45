package atlas.infra.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cdk-nag and the CDK itself find in the templates of both profiles, against what the stacks say is meant. */
class FindingsTest {
    private static final List<Finding> FOUND = new ArrayList<>();
    private static final List<Acceptance> ACCEPTED = new ArrayList<>();

    @BeforeAll
    static void look(@TempDir Path folder) throws IOException {
        for (Assembly assembly : List.of(Assembly.with(), Assembly.with("profile=production"))) {
            FOUND.addAll(
                    CdkNag.findingsIn(assembly, folder.resolve(assembly.folder().getFileName())));
            FOUND.addAll(warnings(assembly, "violations"));
            FOUND.addAll(warnings(assembly, "suppressedViolations"));
            ACCEPTED.addAll(Acceptance.in(assembly));
        }
    }

    @Test
    void everyFindingIsFixedOrMeant() {
        assertEquals(
                List.of(),
                FOUND.stream()
                        .filter(finding -> ACCEPTED.stream().noneMatch(acceptance -> acceptance.covers(finding)))
                        .distinct()
                        .toList());
    }

    @Test
    void everyReasonIsStillNeeded() {
        assertEquals(
                List.of(),
                ACCEPTED.stream()
                        .filter(acceptance -> FOUND.stream().noneMatch(acceptance::covers))
                        .distinct()
                        .toList());
    }

    @Test
    void everyReasonIsASentenceAboutOneResource() {
        for (Acceptance acceptance : ACCEPTED) {
            assertTrue(acceptance.path().contains("/"), () -> acceptance + " covers a whole stack");
            assertTrue(acceptance.reason().split(" ").length >= 5, () -> acceptance + " does not say why");
        }
    }

    /** So that {@code cdk synth --strict} passes, and a new warning is not one among many. */
    @Test
    void noWarningOfTheCdkIsLeft() {
        assertEquals(List.of(), warnings(Assembly.with(), "violations"));
        assertEquals(List.of(), warnings(Assembly.with("profile=production"), "violations"));
    }

    private static List<Finding> warnings(Assembly assembly, String kind) {
        return Json.elements(assembly.read("validation-report.json").path("pluginReports"))
                .flatMap(plugin -> Json.elements(plugin.path(kind)))
                .flatMap(FindingsTest::findings)
                .toList();
    }

    private static Stream<Finding> findings(JsonNode violation) {
        return Json.elements(violation.path("violatingConstructs"))
                .map(construct -> new Finding(
                        violation.path("ruleName").asText(),
                        construct.path("constructPath").asText()));
    }
}
