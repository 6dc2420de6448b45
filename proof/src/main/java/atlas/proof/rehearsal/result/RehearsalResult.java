package atlas.proof.rehearsal.result;

import atlas.compare.BadInput;
import atlas.proof.rehearsal.gap.Gaps.Bridged;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One rehearsal, as it is written to a file. docs/rehearsing.md explains it.
 *
 * @param date of the run, UTC
 * @param settings of the CDK app, as {@code -c} gave them
 * @param bridged what was changed in a copy of the templates, since the emulator lacks something
 * @param templates digest of each template that was deployed, by stack id
 */
public record RehearsalResult(
        String date,
        String emulator,
        String emulatorVersion,
        String cdkCli,
        String region,
        Map<String, String> settings,
        List<Bridged> bridged,
        List<Rehearsed> rehearsed,
        Map<String, String> templates) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** @throws BadInput when the file holds none */
    public static RehearsalResult read(Path file) {
        try {
            return MAPPER.readValue(file.toFile(), RehearsalResult.class);
        } catch (IOException unreadable) {
            throw new BadInput("%s is no result of ./atlas rehearse".formatted(file));
        }
    }

    public String json() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        try {
            return MAPPER.writer(printer).writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether all that was asked for came to be. */
    public boolean allGood() {
        return rehearsed.stream().allMatch(Rehearsed::isGood);
    }
}
