package atlas.proof.rule;

import atlas.compare.template.Value;
import java.util.Optional;

/** What a template says, or AWS does where it says nothing; empty where only a deployment knows. */
final class Known {
    private Known() {}

    static Optional<String> text(Value value, String otherwise) {
        return value.isPresent() ? value.text() : Optional.of(otherwise);
    }

    static Optional<Integer> whole(Value value, int otherwise) {
        return value.isPresent() ? value.whole() : Optional.of(otherwise);
    }
}
