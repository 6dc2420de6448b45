package atlas.compare.measure;

/**
 * How long answers take at a fixed arrival rate, each counted from when its request was meant to be sent: one that had to
 * wait because an earlier one was not answered counts that wait.
 *
 * @param requests that arrived
 * @param failed those of them that were not answered with a tile; they have no part in the percentiles
 * @param generatorCpuMillisPerRequest CPU time of the process that asked, on this machine
 */
public record Latency(
        int requestsPerSecond,
        int seconds,
        long requests,
        long failed,
        double p50Millis,
        double p90Millis,
        double p99Millis,
        double maxMillis,
        double generatorCpuMillisPerRequest) {
    public Latency {
        Figures.refuseNegative(
                requestsPerSecond, seconds, requests, failed, p50Millis, p90Millis, p99Millis, maxMillis);
        Figures.refuseNegative(generatorCpuMillisPerRequest);
    }
}
