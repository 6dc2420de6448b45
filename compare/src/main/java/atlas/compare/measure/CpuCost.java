package atlas.compare.measure;

/**
 * CPU time of the whole process for a tile, asked for one after the other: rendering, HTTP, log, and the JVM's own
 * threads. One core of the machine that it was measured on is the vCPU it counts.
 *
 * @param tiles that it is the mean of
 */
public record CpuCost(int iterations, int tiles, double cpuMillisPerTile) {
    public CpuCost {
        Figures.refuseNegative(iterations, tiles, cpuMillisPerTile);
    }
}
