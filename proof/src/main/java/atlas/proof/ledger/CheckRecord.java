package atlas.proof.ledger;

import atlas.compare.BadInput;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** What {@code ./atlas check --record} wrote: which gates judged which stacks, and what they left to do. */
final class CheckRecord {
    private final JsonNode record;

    private CheckRecord(JsonNode record) {
        this.record = record;
    }

    /** @throws BadInput when there is none */
    static CheckRecord read(Path file) {
        try {
            return new CheckRecord(new ObjectMapper().readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new BadInput("%s cannot be read; try ./atlas check --record %s".formatted(file, file));
        }
    }

    int gates() {
        return record.path("gates").size();
    }

    /**
     * What is left to do in these stacks, of all gates together.
     *
     * @return nothing if a stack of them was not judged
     */
    Optional<Integer> findings(Collection<String> stacks) {
        return stacks.stream().allMatch(record.path("stacks")::has)
                ? Optional.of(stacks.stream().mapToInt(this::findings).sum())
                : Optional.empty();
    }

    private int findings(String stack) {
        int findings = 0;
        for (JsonNode gate : record.path("stacks").path(stack)) {
            findings += gate.path("findings").asInt();
        }
        return findings;
    }
}
