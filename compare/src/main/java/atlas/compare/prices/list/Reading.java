package atlas.compare.prices.list;

import atlas.compare.BadInput;
import atlas.compare.prices.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the Price List says to the keys of a snapshot, and to those that the snapshot lacks and the matchers know.
 *
 * @param answers by key
 * @param files that were read, by offer
 * @param kept keys of the snapshot that no matcher is for
 */
public record Reading(SortedMap<String, Answer> answers, Map<Offer, OfferFile> files, SortedSet<String> kept) {

    /**
     * @param parts only keys that have one of these in them; all when there is none
     * @throws BadInput where a file cannot be had, or no matcher is for such keys
     */
    public static Reading of(Snapshot snapshot, Matchers matchers, List<String> parts, OfferFiles source) {
        SortedMap<String, Matcher> wanted = new TreeMap<>();
        SortedSet<String> kept = new TreeSet<>();
        snapshot.prices().all().forEach(price -> matchers.forKey(price.key())
                .ifPresentOrElse(matcher -> wanted.put(price.key(), matcher), () -> kept.add(price.key())));
        matchers.all().stream()
                .filter(matcher -> !matcher.isForManyKeys())
                .forEach(matcher -> wanted.putIfAbsent(matcher.key(), matcher));
        if (!parts.isEmpty()) {
            wanted.keySet().removeIf(key -> parts.stream().noneMatch(key::contains));
            kept.removeIf(key -> parts.stream().noneMatch(key::contains));
        }
        if (wanted.isEmpty()) {
            throw new BadInput("no matcher is for a key with %s in it; see ./atlas prices and docs/prices.md"
                    .formatted(String.join(" or ", parts)));
        }
        return read(wanted, matchers.prefixes(), source, kept);
    }

    private static Reading read(
            SortedMap<String, Matcher> wanted, List<String> prefixes, OfferFiles source, SortedSet<String> kept) {
        Map<Offer, List<Lookup>> lookups = new LinkedHashMap<>();
        wanted.values().forEach(matcher -> lookups.computeIfAbsent(matcher.offer(), offer -> new ArrayList<>())
                .add(new Lookup(matcher, prefixes)));
        SortedMap<String, Answer> answers = new TreeMap<>();
        Map<Offer, OfferFile> files = new LinkedHashMap<>();
        lookups.forEach((offer, ofOffer) -> {
            OfferFile file = OfferFile.read(source.file(offer), row -> ofOffer.forEach(lookup -> lookup.offer(row)));
            files.put(offer, file);
            ofOffer.forEach(lookup -> answers.put(lookup.key(), lookup.answer(file)));
        });
        return new Reading(answers, files, kept);
    }
}
