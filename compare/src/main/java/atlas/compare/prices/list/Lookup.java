package atlas.compare.prices.list;

import atlas.compare.prices.Confidence;
import atlas.compare.prices.Price;
import atlas.compare.prices.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Waits, while an offer file goes by, for the rows that one matcher asks for. */
final class Lookup {
    private final Matcher matcher;
    private final Matcher.RowTest test;
    private final Map<String, List<Rate>> ratesByTerm = new TreeMap<>();

    Lookup(Matcher matcher, List<String> prefixes) {
        this.matcher = matcher;
        this.test = matcher.test(prefixes);
    }

    String key() {
        return matcher.key();
    }

    void offer(OfferRow row) {
        if (test.holds(row)) {
            String term = row.get("sku") + row.get("offertermcode") + row.get("discountedsku");
            ratesByTerm.computeIfAbsent(term, sku -> new ArrayList<>()).add(Rate.of(row));
        }
    }

    Answer answer(OfferFile file) {
        if (ratesByTerm.isEmpty()) {
            return new Answer.NotFound(matcher.where().entrySet().stream()
                    .map(column -> column.getKey() + " " + column.getValue())
                    .collect(Collectors.joining(
                            ", ", "nothing in " + matcher.offer().code() + " has ", "")));
        }
        Map<String, Answer.Listed> listed = new TreeMap<>();
        for (List<Rate> rates : ratesByTerm.values()) {
            Rate first = rates.get(0);
            for (Rate rate : rates) {
                if (matcher.listed().stream().noneMatch(unit -> unit.equalsIgnoreCase(rate.unit()))) {
                    return new Answer.Unclear("listed by %s, expected %s (%s)"
                            .formatted(rate.unit(), String.join(" or ", matcher.listed()), rate.sku()));
                }
            }
            rates.sort(Comparator.comparing(Rate::from));
            if (!isChain(rates)) {
                return new Answer.Unclear("its tiers do not join (%s)".formatted(first.sku()));
            }
            Price price = price(rates, file);
            listed.putIfAbsent(
                    price.tiersText(),
                    new Answer.Listed(
                            price, matcher.offer().code(), first.sku(), first.usagetype(), first.effectiveDate()));
        }
        return listed.size() == 1
                ? listed.values().iterator().next()
                : new Answer.Unclear(listed.values().stream()
                        .map(one -> "%s (%s, %s)".formatted(one.price().tiersText(), one.sku(), one.usagetype()))
                        .collect(Collectors.joining(
                                "; ",
                                "%d prices in %s: "
                                        .formatted(
                                                listed.size(), matcher.offer().code()),
                                "")));
    }

    private static boolean isChain(List<Rate> rates) {
        BigDecimal end = BigDecimal.ZERO;
        for (Rate rate : rates) {
            if (rate.from().compareTo(end) != 0 || rate.to().compareTo(rate.from()) <= 0) {
                return false;
            }
            end = rate.to();
        }
        return true;
    }

    private Price price(List<Rate> rates, OfferFile file) {
        // A first tier at nothing is the free tier, which is a rule set of its own.
        boolean free = rates.size() > 1
                && rates.get(0).usd().signum() == 0
                && rates.get(1).usd().signum() > 0;
        List<Tier> tiers = new ArrayList<>();
        for (Rate rate : free ? rates.subList(1, rates.size()) : rates) {
            tiers.add(new Tier(
                    tiers.isEmpty() ? BigDecimal.ZERO : plain(rate.from().multiply(matcher.per())),
                    plain(rate.usd().divide(matcher.per()))));
        }
        BigDecimal end = rates.get(rates.size() - 1).to();
        return new Price(
                key(),
                matcher.unit(),
                tiers,
                end.equals(Price.NO_END) ? end : plain(end.multiply(matcher.per())),
                Confidence.READ,
                "AWS Price List %s %s".formatted(matcher.offer().code(), file.version()),
                file.publicationDate().split("T")[0],
                "");
    }

    /** 0.1 for AWS's 0.1000000000. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
