package atlas.app;

/** The colours of the map: black inside the set, around it 255 that go round in a circle. */
final class Palette {
    static final int INSIDE = 0;
    private static final int COLOURS = 255;
    private static final double COLOURS_A_ROOT_STEP = 32;
    /** The colour of the first steps, so that the whole set stands on a dark ground. */
    private static final int DARKEST = 62;

    /** Red, green, blue of each entry. */
    private static final byte[] RGB = colours();

    private Palette() {}

    static byte[] rgb() {
        return RGB.clone();
    }

    /** The colour of a point that escaped at {@code step}; ever slower, since steps grow with depth. */
    static int index(double step) {
        return 1 + (int) (COLOURS_A_ROOT_STEP * Math.sqrt(step)) % COLOURS;
    }

    private static byte[] colours() {
        byte[] rgb = new byte[3 * (1 + COLOURS)];
        for (int i = 0; i < COLOURS; i++) {
            double turn = 2 * StrictMath.PI * (i - DARKEST) / COLOURS;
            for (int channel = 0; channel < 3; channel++) {
                double wave = 0.5 - 0.5 * StrictMath.cos(turn + channel * 0.7);
                rgb[3 * (1 + i) + channel] = (byte) StrictMath.round(255 * wave);
            }
        }
        return rgb;
    }
}
