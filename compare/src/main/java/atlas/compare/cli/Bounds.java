package atlas.compare.cli;

import atlas.app.Tile;
import atlas.compare.BadInput;
import atlas.compare.measure.Conditions;
import atlas.compare.measure.deployed.DeployedPlan;

/** How much may be asked for: on this machine, or of what is deployed, where others are asked to bear it. */
record Bounds(Range rate, Range seconds) {
    static final Bounds HERE =
            new Bounds(new Range("--rate", "here", 1, 200, 20), new Range("--seconds", "here", 1, 30, 5));
    static final Bounds DEPLOYED = new Bounds(
            new Range("--rate", "with --outputs", 1, DeployedPlan.MAX_REQUESTS_PER_SECOND, 10),
            new Range("--seconds", "with --outputs", 5, DeployedPlan.MAX_SECONDS, 20));
    static final Range ITERATIONS =
            new Range("--iterations", "", Conditions.MIN_ITERATIONS, Tile.MAX_ITERATIONS, Tile.DEFAULT_ITERATIONS);

    /** @param where the range holds; empty for everywhere */
    record Range(String option, String where, int min, int max, int otherwise) {
        /**
         * @param given null for what is to be taken otherwise
         * @throws BadInput if it is out of the range
         */
        int check(Integer given) {
            int value = given == null ? otherwise : given;
            if (value < min || value > max) {
                throw new BadInput("%s must be %d to %d%s, got %d; try %s %d"
                        .formatted(option, min, max, where.isEmpty() ? "" : " " + where, value, option, otherwise));
            }
            return value;
        }
    }
}
