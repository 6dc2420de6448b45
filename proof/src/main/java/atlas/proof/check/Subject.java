package atlas.proof.check;

import atlas.proof.gate.Templates;
import java.util.Map;

/**
 * Templates that one choice of settings gives, or that somebody brought.
 *
 * @param name of the choice, or the file
 * @param settings they were synthesized with; empty for templates that somebody brought
 */
public record Subject(String name, Map<String, String> settings, Templates templates) {
    String profile() {
        return settings.getOrDefault("profile", "sandbox");
    }
}
