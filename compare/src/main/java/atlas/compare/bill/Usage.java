package atlas.compare.bill;

import atlas.compare.capacity.Compute;
import atlas.compare.capacity.Fleet;
import atlas.compare.capacity.Function;
import atlas.compare.capacity.InstanceType;
import atlas.compare.capacity.Machine.Share;
import atlas.compare.capacity.RequestPath;
import atlas.compare.capacity.Schedule;
import atlas.compare.capacity.Triggers;
import atlas.compare.template.Resource;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a workload makes of a set-up in a month: requests here and there, and how long how many units run. */
public final class Usage {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
    private static final BigDecimal SECONDS_A_MINUTE = BigDecimal.valueOf(60);
    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal TWENTIETH = new BigDecimal("0.05");

    private final Terms terms;
    private final RequestPath path;
    private final Triggers triggers;

    Usage(Terms terms, RequestPath path, Triggers triggers) {
        this.terms = terms;
        this.path = path;
        this.triggers = triggers;
    }

    public RequestPath path() {
        return path;
    }

    public Workload workload() {
        return terms.workload();
    }

    public BigDecimal hours() {
        return terms.workload().hoursPerMonth();
    }

    /** Those in which instances, tasks and databases run. */
    public BigDecimal runningHours() {
        return hours().multiply(terms.running().share());
    }

    /** Nothing asks a set-up that the clock starts. */
    public BigDecimal requests() {
        return path.source() == RequestPath.Source.CLOCK
                ? BigDecimal.ZERO
                : terms.workload().requestsPerMonth();
    }

    /** Those that come to a front, or to one of the servers that share them. */
    public BigDecimal requestsAt(Resource place) {
        return requests().multiply(path.share(place));
    }

    /** How many hours of the month have which rate there, in requests a second. */
    public Map<BigDecimal, BigDecimal> hoursByRateAt(Resource place) {
        BigDecimal part = path.source() == RequestPath.Source.CLOCK ? BigDecimal.ZERO : path.share(place);
        Map<BigDecimal, BigDecimal> hours = new TreeMap<>();
        terms.workload()
                .hoursByRate()
                .forEach((rate, share) -> hours.merge(rate.multiply(part), share, BigDecimal::add));
        return hours;
    }

    /** The same for one of the servers, in the hours in which it runs. */
    Map<BigDecimal, BigDecimal> hoursByRateOf(Compute compute) {
        BigDecimal running = terms.running().share();
        Map<BigDecimal, BigDecimal> hours = new TreeMap<>();
        hoursByRateAt(compute.resource())
                .forEach((rate, share) -> hours.merge(
                        rate.divide(running, MathContext.DECIMAL64), share.multiply(running), BigDecimal::add));
        return hours;
    }

    /** Hours of the units that come with the requests, by how they are billed. */
    public Map<Share, BigDecimal> onTop(Fleet fleet) {
        Map<Share, Integer> always = fleet.split(fleet.min());
        Map<Share, BigDecimal> unitHours = new LinkedHashMap<>();
        hoursByRateOf(fleet)
                .forEach((rate, hours) -> fleet.split(units(fleet, rate)).forEach((share, units) -> {
                    int more = units - always.getOrDefault(share, 0);
                    if (more > 0) {
                        unitHours.merge(share, hours.multiply(BigDecimal.valueOf(more)), BigDecimal::add);
                    }
                }));
        return unitHours;
    }

    /** Hours in which the units that are there in any case do something: each request keeps one busy for a minute. */
    public BigDecimal busyHours(Fleet fleet) {
        BigDecimal busy = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, BigDecimal> entry : hoursByRateOf(fleet).entrySet()) {
            int units = Math.min(fleet.min(), fleet.needed(workload(), entry.getKey()));
            BigDecimal share = entry.getKey().multiply(SECONDS_A_MINUTE).min(BigDecimal.ONE);
            busy = busy.add(entry.getValue().multiply(share).multiply(BigDecimal.valueOf(units)));
        }
        return busy;
    }

    /** What burstable instances use above the share of their CPU that they may use for ever, in vCPU-hours. */
    public BigDecimal aboveBaseline(Fleet fleet, InstanceType type) {
        BigDecimal surplus = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, BigDecimal> entry : hoursByRateOf(fleet).entrySet()) {
            BigDecimal busy =
                    entry.getKey().multiply(workload().cpuMillisPerRequest()).divide(MILLIS, MathContext.DECIMAL64);
            BigDecimal there =
                    BigDecimal.valueOf(units(fleet, entry.getKey())).multiply(BigDecimal.valueOf(type.vcpu()));
            BigDecimal above = busy.min(there).subtract(there.multiply(type.baseline()));
            surplus = surplus.add(above.max(BigDecimal.ZERO).multiply(entry.getValue()));
        }
        return surplus;
    }

    /** How often a rule or a schedule starts what it names, whatever is asked; empty where that cannot be read. */
    public Optional<BigDecimal> starts(Resource schedule) {
        return Schedule.of(schedule).map(read -> read.callsAnHour().multiply(hours()));
    }

    /** Calls of all schedules that can be read. */
    public BigDecimal scheduledCalls(Function function) {
        return triggers.schedulesOf(function.resource().name()).stream()
                .flatMap(schedule -> starts(schedule).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public boolean hasUnreadSchedule(Function function) {
        return triggers.schedulesOf(function.resource().name()).stream()
                .anyMatch(schedule -> starts(schedule).isEmpty());
    }

    /** The part of a function's time that its provisioned environments carry, 0 to 1. */
    public BigDecimal shareOnProvisioned(Function function) {
        BigDecimal provisioned = BigDecimal.valueOf(function.provisioned());
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal warm = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, BigDecimal> entry : hoursByRateOf(function).entrySet()) {
            BigDecimal busy =
                    entry.getKey().multiply(function.durationMillis(workload())).divide(MILLIS, MathContext.DECIMAL64);
            all = all.add(busy.multiply(entry.getValue()));
            warm = warm.add(busy.min(provisioned).multiply(entry.getValue()));
        }
        return all.signum() == 0 ? BigDecimal.ZERO : warm.divide(all, MathContext.DECIMAL64);
    }

    /** The first request of each second, and a twentieth of the others. */
    public BigDecimal sampledRequests(Function function) {
        BigDecimal sampled = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, BigDecimal> entry : hoursByRateOf(function).entrySet()) {
            BigDecimal rate = entry.getKey();
            BigDecimal others = rate.subtract(BigDecimal.ONE).max(BigDecimal.ZERO);
            sampled = sampled.add(rate.min(BigDecimal.ONE)
                    .add(others.multiply(TWENTIETH))
                    .multiply(SECONDS_AN_HOUR)
                    .multiply(entry.getValue()));
        }
        return sampled;
    }

    /** What a template allows is all that runs, even when it is not enough. */
    private int units(Fleet fleet, BigDecimal rate) {
        int needed = fleet.units(terms.workload(), rate);
        return terms.raised() || fleet.max().isEmpty()
                ? needed
                : Math.min(needed, Math.max(fleet.min(), fleet.max().getAsInt()));
    }
}
