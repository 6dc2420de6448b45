package atlas.compare.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.RealAssembly;
import atlas.compare.facts.Subject.Kind;
import atlas.compare.prices.PriceBooks;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactsTest {
    private static final Pattern OPTION = Pattern.compile("^    [A-Z0-9_]+\\(\\s*\"([a-z0-9-]+)\"", Pattern.MULTILINE);
    private static final Facts FACTS = Facts.shipped();
    private static final List<Pair> PAIRS = FACTS.pairs(PriceBooks.of("us-east-1"));

    /** The list of options is another module's, so this holds the two together by their ids. */
    @Test
    void everyOptionIsAColumn() throws IOException {
        String list = Files.readString(RealAssembly.ROOT.resolve("infra/src/main/java/atlas/infra/ComputeOption.java"));
        Set<String> options = new TreeSet<>();
        OPTION.matcher(list).results().forEach(found -> options.add(found.group(1)));
        options.add("eks-managed-nodes"); // is being built

        assertEquals(options, ids(Kind.OPTION));
    }

    /** A row without one of them cannot be read at all; here it is said which there are. */
    @Test
    void optionsAndNeighboursAreTheColumnsOfBothTables() {
        Set<String> columns = ids(Kind.OPTION, Kind.NEIGHBOUR);
        for (FactTable table : List.of(FACTS.limits(), FACTS.responsibilities())) {
            for (FactRow row : table.rows()) {
                assertEquals(columns, new TreeSet<>(row.facts().keySet()), row.id());
            }
        }
    }

    @Test
    void asksNothingTwice() {
        tables().forEach(table -> {
            List<String> titles = table.rows().stream().map(FactRow::title).toList();
            assertEquals(titles.size(), Set.copyOf(titles).size(), table.id());
        });
    }

    @Test
    void citesPagesAndFilesThatThereAre() {
        for (Source source : sources()) {
            assertTrue(
                    source.at().startsWith("https://") || Files.exists(RealAssembly.ROOT.resolve(source.at())),
                    source.at());
            assertTrue(source.read().matches("20\\d\\d(-\\d\\d)?(-\\d\\d)?|undated|20\\d\\d.*20\\d\\d"), source.read());
        }
    }

    @Test
    void whatIsRecalledIsNeverSure() {
        facts().filter(fact ->
                        fact.sources().stream().anyMatch(source -> source.id().equals("recalled")))
                .forEach(fact -> assertEquals(Certainty.UNVERIFIED, fact.certainty(), fact.value()));
    }

    @Test
    void everyPriceOfAPairIsInThePriceBook() {
        List<String> missing = PAIRS.stream()
                .flatMap(pair -> pair.table().sources().stream())
                .filter(source -> source.read().equals("no such price"))
                .map(Source::id)
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void whatARegionHasNoPriceForIsNotKnownThere() {
        Pair seoul = FACTS.pairs(PriceBooks.of("ap-northeast-2")).get(0);
        Fact appRunner = seoul.table().row("vcpu-hour").orElseThrow().facts().get("app-runner");

        assertEquals("not known here", appRunner.value());
        assertEquals(Certainty.NOT_KNOWN, appRunner.certainty());
        assertEquals(
                "price apprunner:active:vcpu in ap-northeast-2",
                appRunner.sources().get(0).title());
    }

    /** By hand: 730 x 2 x 0.007; and 730 x 0.03238 + 1460 x 0.00356 + 730 x (0.0225 + 0.045 + 0.005). */
    @Test
    void aCostIsReckonedFromPrices() {
        FactRow idle = PAIRS.get(0).table().row("idle-month").orElseThrow();

        assertEquals(
                "10.22 USD = 730 × 2 × 0.007", idle.facts().get("app-runner").value());
        assertEquals(
                "81.76 USD = 730 × 0.03238 + 730 × 2 × 0.00356 + 730 × 0.0225 + 730 × 0.045 + 730 × 0.005",
                idle.facts().get("ecs-fargate").value());
    }

    /** The questions that choosing asks: an answer that begins with neither could not be counted. */
    @Test
    void questionsAreAnsweredWithYesOrNo() {
        for (String question : List.of("gpu", "kubernetes", "os-access", "long-work", "scale-to-zero", "cold-start")) {
            FACTS.limits()
                    .row(question)
                    .orElseThrow()
                    .facts()
                    .values()
                    .forEach(fact -> assertTrue(Set.of(Answers.YES, Answers.NO).contains(fact.word()), fact.value()));
        }
    }

    @Test
    void everySourceIsCited() {
        Set<String> cited = facts().flatMap(fact -> fact.sources().stream())
                .map(Source::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> idle = new TreeSet<>(FilesOfFacts.sourceIds());
        idle.removeAll(cited);

        assertEquals(Set.of(), idle);
    }

    private static Set<String> ids(Kind... kinds) {
        return FACTS.subjects().stream()
                .filter(subject -> List.of(kinds).contains(subject.kind()))
                .map(Subject::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<FactTable> tables() {
        List<FactTable> tables = new ArrayList<>(List.of(FACTS.limits(), FACTS.responsibilities()));
        PAIRS.forEach(pair -> tables.add(pair.table()));
        return tables;
    }

    private static Stream<Fact> facts() {
        return tables().stream().flatMap(table -> table.rows().stream()).flatMap(row -> row.facts().values().stream());
    }

    private static Set<Source> sources() {
        return facts().flatMap(fact -> fact.sources().stream()).collect(Collectors.toSet());
    }
}
