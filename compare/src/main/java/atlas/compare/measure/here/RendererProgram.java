package atlas.compare.measure.here;

import atlas.app.Renderer;
import atlas.app.Tile;
import atlas.compare.measure.CpuCost;
import atlas.compare.measure.Figures;
import atlas.compare.measure.TileMix;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * Draws tiles in a JVM of its own, since the one that measures has the flags of a program that is over soon. Prints a line
 * for each iteration count: the count, how many tiles, and the CPU milliseconds of each in the thread that drew.
 */
public final class RendererProgram {
    private RendererProgram() {}

    /** @param args the seed, how many tiles to warm up with, then pairs of iterations and tiles */
    public static void main(String[] args) {
        var mix = new TileMix(Long.parseLong(args[0]));
        mix.next(Integer.parseInt(args[1]), Tile.DEFAULT_ITERATIONS).forEach(Renderer::png);
        for (int i = 2; i < args.length; i += 2) {
            int iterations = Integer.parseInt(args[i]);
            List<Tile> tiles = mix.next(Integer.parseInt(args[i + 1]), iterations);
            System.out.println(iterations + " " + tiles.size() + " " + cpuMillisPerTile(tiles));
        }
    }

    static CpuCost cost(String line) {
        String[] fields = line.split(" ");
        return new CpuCost(
                Integer.parseInt(fields[0]),
                Integer.parseInt(fields[1]),
                Figures.rounded(Double.parseDouble(fields[2])));
    }

    private static double cpuMillisPerTile(List<Tile> tiles) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        tiles.forEach(Renderer::png);
        return (threads.getCurrentThreadCpuTime() - before) / 1e6 / tiles.size();
    }
}
