package atlas.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.BadInput;
import atlas.compare.RealAssembly;
import atlas.compare.facts.Facts;
import atlas.compare.report.GeneratedPart;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsCommandTest {
    private static final GeneratedPart DOCUMENT =
            new GeneratedPart("page.md", "limits", "./atlas facts --write", "| new |");

    @TempDir
    private Path root;

    @Test
    void showsOneQuestion() {
        Ran typed = Ran.atlas("facts", "limits", "gpu");

        assertEquals("GPU", typed.out().lines().findFirst().orElseThrow());
        assertTrue(typed.out().contains("\n  ecs-fargate        no: the parameter is not supported on Fargate ["));
        assertEquals("", typed.err());
        assertEquals(0, typed.exitCode());
    }

    @Test
    void showsOneOption() throws IOException {
        JsonNode table = new ObjectMapper()
                .readTree(Ran.atlas("facts", "responsibilities", "ecs-fargate", "--json")
                        .out());

        assertEquals(1, table.get("columns").size());
        table.get("rows").forEach(row -> assertEquals(1, row.get("facts").size()));
    }

    @Test
    void showsAPairWithAnotherRegionsPrices() {
        String pair = Ran.atlas("facts", "pairs", "lambda-fargate", "--region", "eu-west-1")
                .out();

        assertTrue(pair.startsWith("Lambda or Fargate (lambda-fargate): "), pair);
        assertTrue(pair.contains("price lambda:requests in eu-west-1"), pair);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            facts                             | name what you want to see: limits, responsibilities or pairs
            facts limits --check              | --check and --write are about all tables; leave out limits
            facts limits gpus                 | limits has no row and no column gpus; it has open, long-work,
            facts pairs lambda-ec2            | there is no pair lambda-ec2; there are app-runner-fargate-express, lambda-fargate, ecs-eks, ec2-fargate, container-vm
            facts pairs --region eu-west-7    | no prices for eu-west-7; there are ap-northeast-2, eu-west-1, us-east-1
            facts --check --write             | --check and --write exclude each other; type one of them
            """)
    void refusesWhatThereIsNot(String typed, String message) {
        Ran refused = Ran.atlas(typed.split(" "));

        assertTrue(refused.err().startsWith("error: " + message), refused.err());
        assertEquals("", refused.out());
        assertEquals(2, refused.exitCode());
    }

    @Test
    void everyTableInTheDocumentsIsUpToDate() {
        FactsDocuments.all(Facts.shipped())
                .forEach(document -> assertFalse(
                        document.isStaleIn(RealAssembly.ROOT),
                        document.document() + " is stale; run ./atlas facts --write and look at it"));
    }

    @Test
    void replacesWhatStandsBetweenItsMarksOnly() throws IOException {
        write("before\n<!-- limits: written by ./atlas facts --write -->\n| old |\n<!-- end of limits -->\nafter\n");
        assertTrue(DOCUMENT.isStaleIn(root));

        DOCUMENT.writeInto(root);

        assertEquals(
                "before\n<!-- limits: written by ./atlas facts --write -->\n| new |\n<!-- end of limits -->\nafter\n",
                Files.readString(root.resolve("page.md")));
        assertFalse(DOCUMENT.isStaleIn(root));
    }

    @Test
    void saysWhichMarksAreMissing() throws IOException {
        write("no marks here\n");

        BadInput refused = assertThrows(BadInput.class, () -> DOCUMENT.isStaleIn(root));
        assertEquals("page.md has no marks for limits", refused.getMessage());
    }

    private void write(String text) throws IOException {
        Files.writeString(root.resolve("page.md"), text);
    }
}
