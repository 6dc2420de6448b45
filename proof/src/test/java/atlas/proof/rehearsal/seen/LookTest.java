package atlas.proof.rehearsal.seen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is taken on trust. */
class LookTest {
    private static final Path GOLDEN = Path.of("..", "infra", "src", "test", "resources");
    private static final Pattern TYPE = Pattern.compile("\\bAWS::\\w+::\\w+|\\bCustom::[\\w-]+");

    /** Of these no option has one unless settings ask for it. */
    private static final Set<String> ASKED_FOR = Set.of("AWS::Budgets::Budget", "AWS::CertificateManager::Certificate");

    @Test
    void asksForEveryTypeThatTheTemplatesHave() throws IOException {
        Set<String> types = new TreeSet<>();
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".txt"))::iterator) {
                for (Matcher found = TYPE.matcher(Files.readString(file)); found.find(); ) {
                    types.add(found.group());
                }
            }
        }
        types.removeAll(ASKED_FOR);
        types.removeIf(Look::knows);

        assertEquals(Set.of(), types);
    }
}
