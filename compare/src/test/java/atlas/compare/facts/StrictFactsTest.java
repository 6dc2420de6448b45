package atlas.compare.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import atlas.compare.prices.PriceBooks;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever changes a fact is told of a slip by name, not by a table that looks odd. */
class StrictFactsTest {
    private static final Map<String, String> GOOD =
            Map.of("subjects.yaml", """
            subjects:
              - {id: one, title: One, kind: option}
              - {id: two, title: Two, kind: neighbour}
            sources:
              - {id: page, title: A page, at: "https://example.com", read: "2026-11-25"}
            """, "limits.yaml", """
            rows:
              - id: gpu
                title: GPU
                answers: yes-no
                facts:
                  - {of: one, value: "yes: by type", source: page, confidence: read}
                  - {of: [two], value: "no: none", source: [page], confidence: unverified}
            """, "responsibilities.yaml", """
            rows:
              - id: host
                title: host
                answers: who
                facts:
                  - {of: [one, two], value: "AWS: always", source: page, confidence: read}
            """, "pairs.yaml", """
            pairs:
              - id: one-two
                title: one or two
                question: which?
                columns: [one, two]
                rows:
                  - limit: gpu
                  - responsibility: host
                  - id: price
                    title: price
                    prices: {one: "fargate:arm:gb", two: "fargate:x86:gb"}
                chooseWhen: {one: never, two: always}
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            limits.yaml   | of: [two]             | of: [one]           | limits.yaml: gpu: two facts for one
            limits.yaml   | of: [two]             | of: [three, two]    | limits.yaml: gpu: three is no column; there are one, two
            limits.yaml   | [two], value          | [one], val          | limits.yaml: gpu: facts: val is unknown; there are of, value, source, confidence
            limits.yaml   | "no: none"            | "never"             | limits.yaml: gpu: facts: value must begin with yes, no and a colon, got never
            limits.yaml   | "no: none"            | ""                  | limits.yaml: gpu: facts: value must be text, got
            limits.yaml   | source: [page]        | source: []          | limits.yaml: gpu: facts: source must be a list of texts, got []
            limits.yaml   | source: [page]        | source: book        | limits.yaml: gpu: facts: no source is called book
            limits.yaml   | unverified            | sure                | limits.yaml: gpu: facts: confidence must be read, unverified, not known, got sure
            limits.yaml   | unverified            | not known           | limits.yaml: gpu: facts: what is "not known here" has the confidence "not known", and nothing else has
            limits.yaml   | answers: yes-no       | answers: maybe      | limits.yaml: gpu: answers must be free, yes-no, who, got maybe
            limits.yaml   | title: GPU            | title: 7            | limits.yaml: gpu: title must be text, got 7
            limits.yaml   | rows:                 | lines:              | limits.yaml: lines is unknown; there are rows
            subjects.yaml | neighbour             | stranger            | subjects.yaml: two: kind must be option, neighbour, concept, got stranger
            subjects.yaml | id: two, title: Two   | id: one, title: Two | subjects.yaml: one: there twice
            subjects.yaml | "2026-11-25"          | "last week"         | subjects.yaml: page: read must be a date like 2026-11-25, got last week
            responsibilities.yaml | "AWS: always" | "they: always"      | responsibilities.yaml: host: facts: value must begin with AWS, you, both, nobody and a colon, got they: always
            pairs.yaml    | limit: gpu            | limit: cpu          | pairs.yaml: one-two: rows: no limit is called cpu
            pairs.yaml    | columns: [one, two]   | columns: [one, 2nd] | pairs.yaml: one-two: no subject is called 2nd
            pairs.yaml    | one: never            | two: never          | pairs.yaml is not YAML: found duplicate key two at line 12
            pairs.yaml    | columns: [one, two]   | columns: [one, two  | pairs.yaml is not YAML: expected ',' or ']', but got : at line 6
            pairs.yaml    | one: never, two       | two                 | pairs.yaml: one-two: chooseWhen must have one, two, got two
            """)
    void refusesASlip(String file, String good, String bad, String message) {
        Map<String, String> files = new TreeMap<>(GOOD);
        files.computeIfPresent(file, (name, text) -> text.replace(good, bad));
        assertNotEquals(GOOD.get(file), files.get(file), "nothing replaced");

        BadInput refused =
                assertThrows(BadInput.class, () -> Facts.read(files::get).pairs(PriceBooks.of("us-east-1")));

        assertEquals(message, refused.getMessage().strip());
    }
}
