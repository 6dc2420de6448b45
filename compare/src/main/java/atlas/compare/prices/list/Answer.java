package atlas.compare.prices.list;

import atlas.compare.prices.Price;

/** What the Price List says to a key. */
public sealed interface Answer {

    /**
     * One price.
     *
     * @param effectiveDate since when it holds, as AWS wrote it
     */
    record Listed(Price price, String offerCode, String sku, String usagetype, String effectiveDate)
            implements Answer {}

    /** No product is what the matcher asks for. */
    record NotFound(String why) implements Answer {}

    /** More than one price, or none that could be read as one. */
    record Unclear(String why) implements Answer {}
}
