package atlas.compare.prices.list;

import atlas.compare.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Offer files that somebody fetched before, laid out as AWS does.
 *
 * @param folder above {@code offers/} and {@code savingsPlan/}
 */
public record OfferFolder(Path folder) implements OfferFiles {

    @Override
    public Path file(Offer offer) {
        Path file = folder.resolve(offer.path());
        if (!Files.isReadable(file)) {
            throw new BadInput("no offer file of %s: there is no %s".formatted(offer.code(), file));
        }
        return file;
    }
}
