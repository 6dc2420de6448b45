package atlas.compare.prices.list;

import atlas.compare.BadInput;
import java.nio.file.Path;

/** Where offer files come from. */
public interface OfferFiles {

    /** @throws BadInput where it cannot be had */
    Path file(Offer offer);
}
