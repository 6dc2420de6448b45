package atlas.compare.cli;

import atlas.compare.BadInput;
import atlas.compare.prices.list.OfferDownload;
import atlas.compare.prices.list.OfferFiles;
import atlas.compare.prices.list.OfferFolder;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What both commands that read the Price List take. */
final class PriceListOptions {
    /** Ours, whichever folder the command was called from. */
    static final Path ROOT = Path.of(System.getProperty("atlas.root", ""));

    @Parameters(
            arity = "0..*",
            paramLabel = "KEY",
            description = "only price keys that have this in them; only their offer files are fetched")
    private List<String> parts = List.of();

    @Option(
            names = "--from",
            paramLabel = "DIR|URL",
            description = {
                "a folder with offer files, or another host that has them",
                "(default: https://pricing.us-east-1.amazonaws.com/)"
            })
    private String from = OfferDownload.AWS.toString();

    /** With what was said before the subcommand, too. */
    List<String> parts(PricesCommand prices) {
        return Stream.concat(prices.parts().stream(), parts.stream()).toList();
    }

    OfferFiles files(PrintWriter progress) {
        if (from.startsWith("https://") || from.startsWith("http://")) {
            return new OfferDownload(
                    URI.create(from.endsWith("/") ? from : from + "/"), ROOT.resolve("target/price-list"), progress);
        }
        Path folder = Path.of(from);
        if (!Files.isDirectory(folder)) {
            throw new BadInput(
                    "--from needs a folder or an address such as %s, got %s".formatted(OfferDownload.AWS, from));
        }
        return new OfferFolder(folder);
    }
}
