package atlas.proof.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Runs another program to its end. */
@FunctionalInterface
public interface Program {
    /** @throws BrokenGate when it cannot be started, or does not end */
    Output run(List<String> command);

    /** What it left. */
    record Output(int exitCode, String out, String err) {
        private static final ObjectMapper MAPPER =
                new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

        /** @throws BrokenGate with what it said instead, when that is no JSON */
        JsonNode json() {
            try {
                JsonNode answer = MAPPER.readTree(out);
                if (!answer.isMissingNode()) {
                    return answer;
                }
            } catch (JsonProcessingException noJson) {
                // told below, in the program's own words
            }
            throw new BrokenGate("it ended with exit code %d and %s"
                    .formatted(exitCode, words().isEmpty() ? "no word" : "said: " + words()));
        }

        private String words() {
            String said = err.isBlank() ? out : err;
            List<String> lines = said.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            // A stack trace of Python tells the reason last, everything else first.
            boolean trace = lines.stream().anyMatch(line -> line.startsWith("Traceback"));
            return lines.isEmpty() ? "" : lines.get(trace ? lines.size() - 1 : 0);
        }
    }
}
