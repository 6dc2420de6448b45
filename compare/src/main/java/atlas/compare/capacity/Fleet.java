package atlas.compare.capacity;

import atlas.compare.capacity.Machine.Share;
import atlas.compare.template.Resource;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Machines that are there before a request comes, between a fewest and a most.
 *
 * @param max empty where the template sets none
 * @param shares how they are billed; the first units go to their bases, in this order
 */
public record Fleet(
        Resource resource,
        String unit,
        BigDecimal vcpu,
        int memoryMiB,
        int min,
        OptionalInt max,
        Scaling scaling,
        List<Share> shares)
        implements Compute {

    /** More than any account has; keeps a rate without measure from overflowing. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    public Fleet {
        shares = List.copyOf(shares);
    }

    /** Requests a second that one unit carries; empty when nothing in workload or template ends it. */
    public Optional<BigDecimal> capacity(Workload workload) {
        return scaling.capacity(vcpu, workload.cpuMillisPerRequest());
    }

    @Override
    public int units(Workload workload, BigDecimal requestsPerSecond) {
        int needed = capacity(workload)
                .map(capacity -> requestsPerSecond
                        .divide(capacity, 0, RoundingMode.CEILING)
                        .min(MOST)
                        .intValue())
                .orElse(requestsPerSecond.signum() > 0 ? 1 : 0);
        return Math.max(min, needed);
    }

    /** So many units, by how they are billed. */
    public Map<Share, Integer> split(int units) {
        Map<Share, Integer> split = new LinkedHashMap<>();
        int left = units;
        for (Share share : shares) {
            int based = Math.min(left, share.base());
            split.put(share, based);
            left -= based;
        }
        byWeight(left).forEach((share, count) -> split.merge(share, count, Integer::sum));
        return split;
    }

    /** What does not divide goes to the first shares. */
    private Map<Share, Integer> byWeight(int units) {
        int weights = shares.stream().mapToInt(Share::weight).sum();
        Map<Share, Integer> split = new LinkedHashMap<>();
        if (units == 0 || weights == 0) {
            split.put(shares.get(0), units);
            return split;
        }
        int given = 0;
        List<Share> weighted = new ArrayList<>(shares);
        weighted.removeIf(share -> share.weight() == 0);
        for (Share share : weighted) {
            int part = (int) ((long) units * share.weight() / weights);
            split.put(share, part);
            given += part;
        }
        for (int i = 0; given < units; i++, given++) {
            split.merge(weighted.get(i % weighted.size()), 1, Integer::sum);
        }
        return split;
    }
}
