package atlas.proof.rehearsal.seen;

import atlas.proof.rehearsal.aws.Answer;
import atlas.proof.rehearsal.aws.Aws;

/** How a service's own API is asked whether a resource is there. */
interface Sighting {
    /** @return whether it is there, by what the service answered */
    Verdict of(Placed resource, Aws aws);

    /** Asks a question whose answer must contain a word; no word is in every answer, and so tells nothing. */
    static Sighting naming(Question question, Word word) {
        return (resource, aws) -> {
            String expected = word.of(resource);
            return expected.isEmpty() ? Verdict.NOT_TOLD : Verdict.of(question.ask(resource, aws), expected);
        };
    }

    /** Asks a question that is answered with an error unless the resource is there. */
    static Sighting answered(Question question) {
        return (resource, aws) -> Verdict.of(question.ask(resource, aws), "");
    }

    interface Question {
        Answer ask(Placed resource, Aws aws);
    }

    interface Word {
        String of(Placed resource);
    }

    /** Whether a resource is there. */
    enum Verdict {
        REAL,
        STUB,
        NOT_TOLD;

        static Verdict of(Answer answer, String word) {
            if (answer.isOk()) {
                return answer.names(word) ? REAL : STUB;
            }
            return answer.isNotFound() ? STUB : NOT_TOLD;
        }
    }
}
