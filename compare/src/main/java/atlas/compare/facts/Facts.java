package atlas.compare.facts;

import atlas.compare.BadInput;
import atlas.compare.prices.PriceBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known of everything that can run an app: limits, who is responsible for what, and ready-made comparisons.
 * Somebody read it on a day and wrote it down, in four files beside this class.
 */
public final class Facts {
    private final Function<String, String> files;
    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final RowReader rows;
    private final FactTable limits;
    private final FactTable responsibilities;

    /** @param files the text of a file by its name */
    private Facts(Function<String, String> files) {
        this.files = files;
        Entry named = entry("subjects.yaml").with("subjects", "sources");
        named.entries("subjects").forEach(this::addSubject);
        rows = new RowReader(sources(named));
        limits = table("limits", "Limits");
        responsibilities = table("responsibilities", "Responsibilities");
    }

    /** Those that are shipped. */
    public static Facts shipped() {
        return read(Facts::resource);
    }

    /** @throws BadInput naming the file, and the row where it is one */
    static Facts read(Function<String, String> files) {
        return new Facts(files);
    }

    /** Options and neighbours, in the order of the columns. */
    public List<Subject> subjects() {
        return List.copyOf(subjects.values());
    }

    public FactTable limits() {
        return limits;
    }

    public FactTable responsibilities() {
        return responsibilities;
    }

    /** With the prices of a region where they have some. */
    public List<Pair> pairs(PriceBook prices) {
        PairReader reader = new PairReader(subjects, limits, responsibilities, rows, prices);
        List<Pair> pairs = entry("pairs.yaml").with("pairs").entries("pairs").stream()
                .map(reader::pair)
                .toList();
        once("pairs.yaml", pairs.stream().map(Pair::id).toList());
        return pairs;
    }

    private FactTable table(String name, String title) {
        List<Subject> columns = subjects.values().stream()
                .filter(subject -> subject.kind() != Subject.Kind.CONCEPT)
                .toList();
        String file = name + ".yaml";
        List<FactRow> found = new ArrayList<>();
        entry(file).with("rows").entries("rows").forEach(row -> found.add(rows.row(row, columns)));
        once(file, found.stream().map(FactRow::id).toList());
        return new FactTable(name, title, columns, found);
    }

    private void addSubject(Entry entry) {
        entry.with("id", "title", "kind");
        String kind = entry.text("kind");
        Subject.Kind known = Arrays.stream(Subject.Kind.values())
                .filter(value -> value.title().equals(kind))
                .findFirst()
                .orElseThrow(() -> entry.refused("kind must be %s, got %s"
                        .formatted(
                                Arrays.stream(Subject.Kind.values())
                                        .map(Subject.Kind::title)
                                        .collect(Collectors.joining(", ")),
                                kind)));
        Subject subject = new Subject(entry.text("id"), entry.text("title"), known);
        if (subjects.put(subject.id(), subject) != null) {
            throw entry.refused("there twice");
        }
    }

    private static Map<String, Source> sources(Entry file) {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (Entry entry : file.entries("sources")) {
            entry.with("id", "title", "at", "read");
            Source source = new Source(entry.text("id"), entry.text("title"), entry.text("at"), entry.text("read"));
            if (!source.read().matches("20\\d\\d-\\d\\d-\\d\\d")) {
                throw entry.refused("read must be a date like 2026-11-25, got " + source.read());
            }
            if (sources.put(source.id(), source) != null) {
                throw entry.refused("there twice");
            }
        }
        return sources;
    }

    private static void once(String file, List<String> ids) {
        Set<String> seen = new LinkedHashSet<>();
        ids.stream().filter(id -> !seen.add(id)).findFirst().ifPresent(id -> {
            throw new BadInput("%s: %s: there twice".formatted(file, id));
        });
    }

    private Entry entry(String file) {
        return Entry.parse(file, files.apply(file));
    }

    private static String resource(String name) {
        try (InputStream file = Facts.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
