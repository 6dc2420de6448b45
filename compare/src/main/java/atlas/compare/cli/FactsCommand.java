package atlas.compare.cli;

import atlas.compare.BadInput;
import atlas.compare.facts.FactTable;
import atlas.compare.facts.Facts;
import atlas.compare.facts.Pair;
import atlas.compare.prices.PriceBooks;
import atlas.compare.report.FactJson;
import atlas.compare.report.FactMarkdown;
import atlas.compare.report.FactText;
import atlas.compare.report.GeneratedPart;
import atlas.compare.report.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "facts",
        description = "Limits, responsibilities and ready-made comparisons, each fact with its source.",
        footer = {
            "",
            "Examples:",
            "  ./atlas facts limits                       all of them",
            "  ./atlas facts limits gpu                   one question",
            "  ./atlas facts responsibilities ecs-fargate one option",
            "  ./atlas facts pairs lambda-fargate --region eu-west-1",
            "  ./atlas facts pairs --format json",
            "  ./atlas facts --write                      their tables in docs/"
        })
final class FactsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "TABLE", description = "${COMPLETION-CANDIDATES}")
    private Which which;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "a row or an option of the table, or one of the pairs (default: all)")
    private String name;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "text")
    private Format format;

    @Option(names = "--json", description = "the same as --format json")
    private boolean json;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "whose prices, in pairs (default: ${DEFAULT-VALUE})",
            defaultValue = "us-east-1")
    private String region;

    @Option(names = "--check", description = "show nothing; exit code 1 if the tables in the documents are stale")
    private boolean check;

    @Option(names = "--write", description = "show nothing; write the tables in the documents anew")
    private boolean write;

    /** What there is to see. */
    enum Which {
        limits,
        responsibilities,
        pairs
    }

    /** What is printed. */
    enum Format {
        text,
        markdown,
        json
    }

    @Override
    public Integer call() {
        Facts facts = Facts.shipped();
        if (check && write) {
            throw refused("--check and --write exclude each other; type one of them");
        }
        if (check || write) {
            if (which != null) {
                throw refused("--check and --write are about all tables; leave out " + which);
            }
            return documents(facts);
        }
        if (which == null) {
            throw refused("name what you want to see: limits, responsibilities or pairs");
        }
        spec.commandLine().getOut().println(shown(facts));
        return Compare.OK;
    }

    private String shown(Facts facts) {
        return switch (which) {
            case limits -> shown(facts.limits());
            case responsibilities -> shown(facts.responsibilities());
            case pairs -> shown(pairs(facts));
        };
    }

    private String shown(FactTable all) {
        FactTable table = name == null ? all : all.only(name);
        return switch (json ? Format.json : format) {
            case text -> FactText.of(table);
            case markdown -> FactMarkdown.of(table, "");
            case json -> Json.pretty(FactJson.of(table));
        };
    }

    private String shown(List<Pair> pairs) {
        return switch (json ? Format.json : format) {
            case text -> FactText.of(pairs);
            case markdown -> FactMarkdown.of(pairs, "");
            case json -> Json.pretty(FactJson.of(pairs));
        };
    }

    private List<Pair> pairs(Facts facts) {
        List<Pair> all = facts.pairs(PriceBooks.of(region));
        List<Pair> named = all.stream()
                .filter(pair -> name == null || pair.id().equals(name))
                .toList();
        if (named.isEmpty()) {
            throw new BadInput("there is no pair %s; there are %s"
                    .formatted(
                            name, String.join(", ", all.stream().map(Pair::id).toList())));
        }
        return named;
    }

    private int documents(Facts facts) {
        PrintWriter out = spec.commandLine().getOut();
        List<GeneratedPart> stale = FactsDocuments.all(facts).stream()
                .filter(document -> document.isStaleIn(Synthesis.root()))
                .toList();
        for (GeneratedPart document : stale) {
            if (write) {
                document.writeInto(Synthesis.root());
            }
            out.println((write ? "written: " : "stale: ") + document.document());
        }
        if (stale.isEmpty()) {
            out.println("up to date");
        }
        return check && !stale.isEmpty() ? Compare.FOUND_SOMETHING : Compare.OK;
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
