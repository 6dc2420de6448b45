package atlas.compare.prices.list;

import atlas.compare.BadInput;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * An offer file that was read: a few lines about the file, a line of column names, then up to a million rows. They are handed
 * on one by one and forgotten.
 *
 * @param version AWS's number of it
 * @param publicationDate as AWS wrote it
 * @param sha256 of the file, in hexadecimal
 */
public record OfferFile(String version, String publicationDate, String sha256) {
    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    /** @throws BadInput where the file cannot be read, or is something else */
    static OfferFile read(Path file, Consumer<OfferRow> rows) {
        Map<String, String> about = new TreeMap<>();
        MessageDigest digest = digester();
        try (InputStream in =
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), digest)) {
            MappingIterator<String[]> lines = CSV.readerFor(String[].class).readValues(in);
            OfferRow.Heading heading = null;
            while (lines.hasNextValue()) {
                String[] cells = lines.nextValue();
                if (heading != null) {
                    rows.accept(heading.row(cells));
                } else if (cells[0].equals("SKU")) {
                    heading = OfferRow.under(cells);
                } else if (cells.length == 2) {
                    about.put(OfferRow.name(cells[0]), cells[1]);
                } else {
                    break;
                }
            }
            if (heading == null || !about.containsKey("version") || !about.containsKey("publicationdate")) {
                throw new BadInput(
                        file + " is not an offer file: it needs a version, a publication date and rows by SKU");
            }
        } catch (IOException broken) {
            throw new BadInput("cannot read %s: %s"
                    .formatted(file, broken.getMessage().lines().findFirst().orElse("broken")));
        }
        return new OfferFile(
                about.get("version"),
                about.get("publicationdate"),
                HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digester() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
