package atlas.compare.capacity;

import atlas.compare.capacity.Machine.Share;
import atlas.compare.template.Resource;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
        if (vcpu.signum() <= 0 || memoryMiB <= 0 || min < 0 || shares.isEmpty()) {
            throw new IllegalArgumentException("a fleet needs vcpu > 0, memoryMiB > 0, min >= 0 and shares, got "
                    + "vcpu=%s memoryMiB=%d min=%d shares=%d".formatted(vcpu, memoryMiB, min, shares.size()));
        }
    }

    /** Requests a second that one unit carries; empty when nothing in workload or template ends it. */
    public Optional<BigDecimal> capacity(Workload workload) {
        return scaling.capacity(vcpu, workload.cpuMillisPerRequest());
    }

    @Override
    public int units(Workload workload, BigDecimal requestsPerSecond) {
        return Math.max(min, needed(workload, requestsPerSecond));
    }

    /** How many that rate would take if there were none; none for no requests. */
    public int needed(Workload workload, BigDecimal requestsPerSecond) {
        return capacity(workload)
                .map(capacity -> requestsPerSecond
                        .divide(capacity, 0, RoundingMode.CEILING)
                        .min(MOST)
                        .intValue())
                .orElse(requestsPerSecond.signum() > 0 ? 1 : 0);
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

    /**
     * Each share gets its part of what those before it left, rounded up: so no share gets fewer of more units, which the
     * rounding of all parts at once does not promise.
     */
    private Map<Share, Integer> byWeight(int units) {
        Map<Share, Integer> split = new LinkedHashMap<>();
        long weights = shares.stream().mapToLong(Share::weight).sum();
        if (weights == 0) {
            split.put(shares.get(0), units);
            return split;
        }
        int left = units;
        for (Share share : shares) {
            if (share.weight() > 0) {
                int part = (int) (((long) left * share.weight() + weights - 1) / weights);
                split.put(share, part);
                left -= part;
                weights -= share.weight();
            }
        }
        return split;
    }
}
