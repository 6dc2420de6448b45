package atlas.proof.check;

import atlas.compare.BadInput;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The findings that are meant, each with its reason, from a file that is reviewed: a list of entries, each with a reason, the
 * profile where it holds if it holds in one only, and for every gate and rule the resources that it is about.
 */
public final class Acknowledgements {
    private static final Set<String> FIELDS = Set.of("reason", "profile", "findings");

    private final List<Acknowledgement> all;

    private Acknowledgements(List<Acknowledgement> all) {
        this.all = all;
    }

    /** For templates that are not ours. */
    public static Acknowledgements none() {
        return new Acknowledgements(List.of());
    }

    /** @throws BadInput saying what is wrong with the file */
    public static Acknowledgements read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new BadInput("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
        } catch (BadInput wrong) {
            throw new BadInput("%s: %s".formatted(file.getFileName(), wrong.getMessage()));
        }
    }

    static Acknowledgements parse(String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        List<Acknowledgement> all = new ArrayList<>();
        try {
            JsonNode entries = new ObjectMapper().valueToTree(new Yaml(new SafeConstructor(strict)).load(text));
            entries.forEach(entry -> all.addAll(read(entry)));
        } catch (YAMLException broken) {
            throw new BadInput("it is not YAML: " + broken.getMessage().replaceAll("\\s+", " "));
        }
        Set<String> once = new HashSet<>();
        for (Acknowledgement one : all) {
            if (!once.add(one.toString())) {
                throw new BadInput("there are two reasons for %s".formatted(one));
            }
        }
        return new Acknowledgements(all);
    }

    private static List<Acknowledgement> read(JsonNode entry) {
        entry.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new BadInput("an entry has reason, profile and findings, got " + field);
            }
        });
        String reason = entry.path("reason").asText().strip();
        Optional<String> profile =
                Optional.of(entry.path("profile")).filter(JsonNode::isTextual).map(JsonNode::asText);
        List<Acknowledgement> read = new ArrayList<>();
        entry.path("findings").properties().forEach(rule -> {
            String[] words = rule.getKey().split(" ");
            if (words.length != 2) {
                throw new BadInput(
                        "a finding is a gate and its rule, such as checkov CKV_AWS_18, got " + rule.getKey());
            }
            rule.getValue()
                    .forEach(resource ->
                            read.add(new Acknowledgement(words[0], words[1], resource.asText(), profile, reason)));
        });
        if (read.isEmpty()) {
            throw new BadInput("an entry names no finding: " + reason);
        }
        return read;
    }

    /** The gates whose findings are meant. */
    public Set<String> gates() {
        return all.stream().map(Acknowledgement::gate).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Why a finding is meant, if it is. */
    public Optional<String> reason(Held held) {
        return all.stream()
                .filter(one -> one.covers(held))
                .map(Acknowledgement::reason)
                .findFirst();
    }

    /** Those of some gates that nothing needs any more. */
    List<Acknowledgement> unneeded(Predicate<String> gates, List<Held> found) {
        return all.stream()
                .filter(one -> gates.test(one.gate()))
                .filter(one -> found.stream().noneMatch(one::covers))
                .toList();
    }
}
