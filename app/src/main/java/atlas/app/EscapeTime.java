package atlas.app;

/** How soon a point runs away under z -> z^2 + c, as an index into {@link Palette}. */
final class EscapeTime {
    /** Far out, so that the fraction below is smooth: the square of the distance is then between 2^16 and about 2^32. */
    private static final double ESCAPED = 1 << 16;

    private static final double LOG_2 = StrictMath.log(2);

    private EscapeTime() {}

    /** 0 for a point that stays within {@code iterations} steps, else 1 to 255, smooth between neighbouring steps. */
    static int paletteIndex(double re, double im, int iterations) {
        if (inCardioidOrDisc(re, im)) {
            return Palette.INSIDE;
        }
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        for (int step = 0; step < iterations; step++) {
            y = (x + x) * y + im;
            x = xx - yy + re;
            xx = x * x;
            yy = y * y;
            if (xx + yy > ESCAPED) {
                return Palette.index(smooth(step, xx + yy));
            }
        }
        return Palette.INSIDE;
    }

    /** The two largest parts of the set, where every step would be taken in vain. */
    private static boolean inCardioidOrDisc(double re, double im) {
        double a = re - 0.25;
        double imSquared = im * im;
        double q = a * a + imSquared;
        double b = re + 1;
        return q * (q + a) <= 0.25 * imSquared || b * b + imSquared <= 0.0625;
    }

    /** The step less a fraction that falls from 1 to 0 the farther out the point has landed; never negative. */
    private static double smooth(int step, double squaredDistance) {
        double doublings = StrictMath.log(StrictMath.log(squaredDistance) / LOG_2 / 16) / LOG_2;
        return Math.max(0, step + 1 - doublings);
    }
}
