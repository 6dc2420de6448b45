package atlas.app;

/** How soon a point runs away under z -> z^2 + c, as an index into {@link Palette}. */
final class EscapeTime {
    /** Squared distance from which no point comes back; far out, so that the fraction below is smooth. */
    private static final double ESCAPED = 1 << 16;

    /** A point escapes at less than the square of {@link #ESCAPED}, give or take its own c: within 17 doublings. */
    private static final int DOUBLINGS = 17;

    /** How many leading bits of a squared distance count, besides its exponent: 1/64 is finer than a palette entry. */
    private static final int BITS = 6;

    private static final double[] FRACTIONS = fractions();

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
        for (int step = 1; step <= iterations; step++) {
            y = (x + x) * y + im;
            x = xx - yy + re;
            xx = x * x;
            yy = y * y;
            if (xx + yy > ESCAPED) {
                return Palette.index(step - fraction(xx + yy));
            }
        }
        return Palette.INSIDE;
    }

    /** The two largest parts of the set: no point of theirs ever escapes, so the steps are left out. */
    private static boolean inCardioidOrDisc(double re, double im) {
        double imSquared = im * im;
        double fromCusp = re - 0.25;
        double q = fromCusp * fromCusp + imSquared;
        double fromDisc = re + 1;
        return q * (q + fromCusp) <= 0.25 * imSquared || fromDisc * fromDisc + imSquared <= 0.0625;
    }

    /** 0 for a point that has just escaped, 1 for one that is so far out that it nearly did a step sooner. */
    private static double fraction(double squaredDistance) {
        return FRACTIONS[leadingBits(squaredDistance) - leadingBits(ESCAPED)];
    }

    private static int leadingBits(double value) {
        return (int) (Double.doubleToRawLongBits(value) >>> (52 - BITS));
    }

    /** A table, since two logarithms a pixel would cost more than the average pixel's steps. */
    private static double[] fractions() {
        double[] fractions = new double[DOUBLINGS << BITS];
        for (int i = 0; i < fractions.length; i++) {
            double squaredDistance = Double.longBitsToDouble((long) (leadingBits(ESCAPED) + i) << (52 - BITS));
            fractions[i] =
                    StrictMath.log(StrictMath.log(squaredDistance) / StrictMath.log(ESCAPED)) / StrictMath.log(2);
        }
        return fractions;
    }
}
