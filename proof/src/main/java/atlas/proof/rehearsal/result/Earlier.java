package atlas.proof.rehearsal.result;

import atlas.compare.BadInput;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The file of an earlier rehearsal, and how another came out beside it. Dates and times do not count. */
public final class Earlier {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Names that an emulator draws at random, as in {@code AtlasDatabase-Jobs-846FA48742A8F}. */
    private static final String DRAWN = "(?<![0-9A-Za-z])[0-9a-fA-F]{8,}(?![0-9A-Za-z])";

    private final JsonNode before;

    private Earlier(JsonNode before) {
        this.before = before;
    }

    /** @throws BadInput if there is none */
    public static Earlier read(Path file) {
        try {
            JsonNode json = MAPPER.readTree(file.toFile());
            if (json.path("rehearsed").isArray()) {
                return new Earlier(json);
            }
        } catch (IOException unreadable) {
            throw new BadInput("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
        }
        throw new BadInput("%s is no result of ./atlas rehearse".formatted(file));
    }

    /** Each in a line: where, what it was, what it is. */
    public List<String> differences(RehearsalResult now) {
        try {
            JsonNode after = MAPPER.readTree(now.json());
            List<String> differences = new ArrayList<>();
            compare("", timeless(before), timeless(after), differences);
            return differences;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode timeless(JsonNode result) {
        ObjectNode copy = result.deepCopy();
        copy.remove("date");
        copy.path("rehearsed").forEach(one -> ((ObjectNode) one).remove("seconds"));
        return copy;
    }

    private static void compare(String where, JsonNode before, JsonNode after, List<String> differences) {
        if (before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(where + "/" + name, before.path(name), after.path(name), differences));
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                String name = before.get(i).path("id").asText(String.valueOf(i));
                compare(where + "/" + name, before.get(i), after.get(i), differences);
            }
        } else if (!text(before).equals(text(after))) {
            differences.add("%s was %s, is %s".formatted(where.substring(1), text(before), text(after)));
        }
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? "not there" : node.toString().replaceAll(DRAWN, "...");
    }
}
