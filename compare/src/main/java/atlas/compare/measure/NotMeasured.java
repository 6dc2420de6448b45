package atlas.compare.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Objects;

/** Something that has no figures, and why. */
public record NotMeasured(String id, Reason reason, String why) {
    public enum Reason {
        /** What it needs is not here. */
        @JsonProperty("skipped")
        SKIPPED,
        /** It answered, but what was measured would not be the option: a cache, another option, a throttle. */
        @JsonProperty("void")
        VOID,
        /** It did not work. */
        @JsonProperty("failed")
        FAILED;

        public String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public NotMeasured {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(why, "why");
    }
}
