package atlas.compare.cli;

import atlas.compare.facts.Facts;
import atlas.compare.prices.PriceBooks;
import atlas.compare.report.FactMarkdown;
import atlas.compare.report.GeneratedPart;
import java.util.List;

/** What the documents have of the facts. */
final class FactsDocuments {
    private static final String WRITER = "./atlas facts --write";
    private static final String UPWARDS = "../";
    private static final String REGION = "us-east-1";

    private FactsDocuments() {}

    static List<GeneratedPart> all(Facts facts) {
        return List.of(
                new GeneratedPart("docs/limits.md", "limits", WRITER, FactMarkdown.of(facts.limits(), UPWARDS)),
                new GeneratedPart(
                        "docs/responsibilities.md",
                        "responsibilities",
                        WRITER,
                        FactMarkdown.of(facts.responsibilities(), UPWARDS)),
                new GeneratedPart(
                        "docs/pairs.md",
                        "pairs",
                        WRITER,
                        FactMarkdown.of(facts.pairs(PriceBooks.of(REGION)), UPWARDS)));
    }
}
