package atlas.supply;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What others wrote, as a bill of materials names it.
 *
 * @param name {@code maven:group:artifact}, or {@code npm:} with the package's name
 * @param version as the build took it
 * @param licences SPDX ids or expressions; several where it may be had under any of them
 */
record Library(String name, String version, List<String> licences) {
    Library {
        licences = List.copyOf(licences);
    }

    /** @param component one of CycloneDX's */
    static Library of(JsonNode component) {
        List<String> licences = new ArrayList<>();
        for (JsonNode choice : component.path("licenses")) {
            JsonNode licence = choice.path("license");
            licences.add(choice.path("expression")
                    .asText(licence.path("id").asText(licence.path("name").asText())));
        }
        return new Library(
                name(component.path("purl").asText()), component.path("version").asText(), licences);
    }

    /** Told by its package URL, such as {@code pkg:maven/org.yaml/snakeyaml@2.5?type=jar}. */
    private static String name(String purl) {
        String path = URI.create(purl).getRawSchemeSpecificPart().replaceFirst("[@?].*", "");
        String decoded = URLDecoder.decode(path, StandardCharsets.UTF_8);
        return decoded.startsWith("maven/") ? decoded.replace('/', ':') : decoded.replaceFirst("/", ":");
    }

    boolean isOurs() {
        return name.startsWith("maven:atlas:");
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
