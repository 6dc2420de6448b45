package atlas.proof.rehearsal.result;

import com.fasterxml.jackson.annotation.JsonValue;

/** Of a question that may not have been put. */
public enum Outcome {
    YES("yes"),
    NO("no"),
    NOT_ASKED("not asked");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    @JsonValue
    public String text() {
        return text;
    }

    public static Outcome of(boolean answer) {
        return answer ? YES : NO;
    }
}
