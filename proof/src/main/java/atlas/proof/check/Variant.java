package atlas.proof.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A choice of settings whose templates are judged: those that change most in a template.
 *
 * @param settings as {@code npx cdk -c} takes them
 */
public record Variant(String name, Map<String, String> settings) {
    /** The same that are synthesized with {@code --validate} in {@code .ci/run}. */
    public static final List<Variant> ALL = List.of(
            new Variant("sandbox", Map.of()),
            new Variant(
                    "production",
                    Map.of(
                            "profile", "production",
                            "domain", "example.com",
                            "zoneId", "Z0123456789ABCDEFGHIJ",
                            "region", "eu-west-1")),
            new Variant(
                    "closed",
                    Map.of(
                            "allowCidr", "203.0.113.0/24",
                            "provisionedConcurrency", "2",
                            "snapStart", "false",
                            "architecture", "x86_64")),
            new Variant(
                    "expiring",
                    Map.of(
                            "expires", "2026-12-01T18:00",
                            "budget", "20",
                            "email", "you@example.com",
                            "owner", "team-blue")));

    public Variant {
        settings = new TreeMap<>(settings);
    }
}
