package atlas.proof.rehearsal.seen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.proof.rehearsal.aws.Answer;
import atlas.proof.rehearsal.seen.Sighting.Verdict;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightingTest {
    private static final Placed JOBS =
            new Placed("Jobs", "AWS::DynamoDB::Table", "jobs-1", MissingNode.getInstance(), Map.of(), Map.of());

    @ParameterizedTest
    @CsvSource({
        "200, jobs-1 and others, jobs-1, REAL",
        "200, others,            jobs-1, STUB",
        "200, others,            '',     NOT_TOLD",
        "404, not found,         jobs-1, STUB",
        "501, not implemented,   jobs-1, NOT_TOLD",
    })
    void believesAnAnswerThatNamesTheResource(int status, String text, String word, Verdict verdict) {
        Sighting sighting = Sighting.naming((resource, aws) -> new Answer(status, text), resource -> word);

        assertEquals(verdict, sighting.of(JOBS, null));
    }
}
