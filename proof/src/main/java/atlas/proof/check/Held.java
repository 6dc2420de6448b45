package atlas.proof.check;

import atlas.proof.gate.Finding;

/**
 * A finding, and what it is about.
 *
 * @param gate that holds it against the templates
 * @param subject the name of the choice of settings, or of the file
 * @param profile of those settings
 * @param resource its construct path, stack first, where the assembly tells it; stack and logical id where not
 */
public record Held(String gate, String subject, String profile, String resource, Finding finding) {
    /** The same rule and resource under other settings are the same thing to do. */
    public String toDo() {
        return "%s %s %s".formatted(resource, gate, finding.rule());
    }
}
