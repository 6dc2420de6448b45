package atlas.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.RealAssembly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples in docs/setups.md are what the commands print. */
class SetUpsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "setups.md");

    @Test
    void showsTheInventoryOfTheShop() throws IOException {
        List<String> printed = lines("inventory", "src/test/resources/atlas/compare/cli/shop/before.yaml");

        assertEquals(List.of(), missing("always on", printed));
    }

    @Test
    void showsTheDifferenceOfTwoOptions() throws IOException {
        List<String> printed = lines(
                "diff",
                "ecs-fargate",
                "ecs-ec2",
                "--assembly",
                RealAssembly.folder().toString());

        assertEquals(List.of(), missing("  ECS::Service Service", printed));
    }

    private static List<String> lines(String... args) {
        return Ran.atlas(args).out().lines().toList();
    }

    /** Lines of the block that begins like that which were not printed. */
    private static List<String> missing(String beginning, List<String> printed) throws IOException {
        List<String> page = Files.readAllLines(PAGE);
        int start = page.indexOf(beginning);
        List<String> block =
                page.subList(start, start + page.subList(start, page.size()).indexOf("```"));
        List<String> missing = new ArrayList<>(block);
        missing.removeAll(printed);
        return missing;
    }
}
