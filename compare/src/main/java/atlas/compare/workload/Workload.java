package atlas.compare.workload;

import atlas.compare.BadInput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is asked of every option alike: that is what makes their bills comparable.
 *
 * @param requestsPerSecond on average over the month
 * @param shape weights of the hours of a day (24) or of a week that begins on Monday (168), whatever their sum; empty for
 *     the same rate at all hours
 * @param cpuMillisPerRequest of computing, on one vCPU; an option with less than one takes longer
 * @param waitMillisPerRequest of waiting for others, which takes no CPU
 * @param responseBytes of one answer
 * @param logBytesPerRequest of log
 * @param coldStartShare of the requests to a function that find no warm environment, 0 to 1
 * @param coldStartMillis that such a start takes before the request is looked at
 * @param hoursPerMonth 730 is a twelfth of a year
 * @param measuredOn when and where CPU, answer and cold start were measured; empty when they are what the author wrote
 */
public record Workload(
        String name,
        BigDecimal requestsPerSecond,
        List<BigDecimal> shape,
        BigDecimal cpuMillisPerRequest,
        BigDecimal waitMillisPerRequest,
        BigDecimal responseBytes,
        BigDecimal logBytesPerRequest,
        BigDecimal coldStartShare,
        BigDecimal coldStartMillis,
        BigDecimal hoursPerMonth,
        String measuredOn) {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);
    private static final int DAY = 24;
    private static final int WEEK = 7 * DAY;

    public Workload {
        shape = List.copyOf(shape);
        atLeastZero("requestsPerSecond", requestsPerSecond);
        atLeastZero("cpuMillisPerRequest", cpuMillisPerRequest);
        atLeastZero("waitMillisPerRequest", waitMillisPerRequest);
        atLeastZero("responseBytes", responseBytes);
        atLeastZero("logBytesPerRequest", logBytesPerRequest);
        atLeastZero("coldStartMillis", coldStartMillis);
        atLeastZero("coldStartShare", coldStartShare);
        if (coldStartShare.compareTo(BigDecimal.ONE) > 0) {
            throw new BadInput("coldStartShare must be 0 to 1, got " + coldStartShare.toPlainString());
        }
        if (hoursPerMonth.signum() <= 0 || hoursPerMonth.compareTo(BigDecimal.valueOf(744)) > 0) {
            throw new BadInput(
                    "hoursPerMonth must be more than 0 and 744 at most, got " + hoursPerMonth.toPlainString());
        }
        if (!shape.isEmpty() && shape.size() != DAY && shape.size() != WEEK) {
            throw new BadInput("shape must have 24 hours of a day or 168 of a week, got " + shape.size());
        }
        shape.forEach(weight -> atLeastZero("shape", weight));
        if (!shape.isEmpty() && sum(shape).signum() == 0) {
            throw new BadInput("shape must have an hour above 0");
        }
    }

    /** As its author wrote it. */
    public Workload(
            String name,
            BigDecimal requestsPerSecond,
            List<BigDecimal> shape,
            BigDecimal cpuMillisPerRequest,
            BigDecimal waitMillisPerRequest,
            BigDecimal responseBytes,
            BigDecimal logBytesPerRequest,
            BigDecimal coldStartShare,
            BigDecimal coldStartMillis,
            BigDecimal hoursPerMonth) {
        this(
                name,
                requestsPerSecond,
                shape,
                cpuMillisPerRequest,
                waitMillisPerRequest,
                responseBytes,
                logBytesPerRequest,
                coldStartShare,
                coldStartMillis,
                hoursPerMonth,
                "");
    }

    private static void atLeastZero(String name, BigDecimal value) {
        if (value.signum() < 0) {
            throw new BadInput("%s must be 0 or more, got %s".formatted(name, value.toPlainString()));
        }
    }

    /** Nobody asks for anything, for so many hours: what a bill shows without a workload. */
    public static Workload idle() {
        BigDecimal none = BigDecimal.ZERO;
        return new Workload("idle", none, List.of(), none, none, none, none, none, none, BigDecimal.valueOf(730));
    }

    public boolean isIdle() {
        return requestsPerSecond.signum() == 0;
    }

    /** The same requests, but so many of them. */
    public Workload at(BigDecimal requestsPerSecond) {
        return new Workload(
                name,
                requestsPerSecond,
                shape,
                cpuMillisPerRequest,
                waitMillisPerRequest,
                responseBytes,
                logBytesPerRequest,
                coldStartShare,
                coldStartMillis,
                hoursPerMonth,
                measuredOn);
    }

    /** The same requests, as heavy as they were found to be. */
    public Workload measured(
            BigDecimal cpuMillisPerRequest, BigDecimal responseBytes, BigDecimal coldStartMillis, String measuredOn) {
        return new Workload(
                name,
                requestsPerSecond,
                shape,
                cpuMillisPerRequest,
                waitMillisPerRequest,
                responseBytes,
                logBytesPerRequest,
                coldStartShare,
                coldStartMillis,
                hoursPerMonth,
                measuredOn);
    }

    BigDecimal perSecond(BigDecimal requestsPerMonth) {
        return requestsPerMonth.divide(SECONDS_AN_HOUR.multiply(hoursPerMonth), PRECISION);
    }

    public BigDecimal requestsPerMonth() {
        return requestsPerSecond.multiply(SECONDS_AN_HOUR).multiply(hoursPerMonth);
    }

    /** In the busiest hour. */
    public BigDecimal peakRequestsPerSecond() {
        return hoursByRate().keySet().stream().reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** How many hours of the month have which rate, in requests a second. */
    public Map<BigDecimal, BigDecimal> hoursByRate() {
        Map<BigDecimal, BigDecimal> hours = new TreeMap<>();
        if (shape.isEmpty()) {
            hours.put(requestsPerSecond, hoursPerMonth);
            return hours;
        }
        BigDecimal size = BigDecimal.valueOf(shape.size());
        BigDecimal mean = sum(shape).divide(size, PRECISION);
        BigDecimal share = hoursPerMonth.divide(size, PRECISION);
        for (BigDecimal weight : shape) {
            BigDecimal rate = requestsPerSecond.multiply(weight).divide(mean, PRECISION);
            hours.merge(rate, share, BigDecimal::add);
        }
        return hours;
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
