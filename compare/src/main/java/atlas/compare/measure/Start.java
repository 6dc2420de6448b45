package atlas.compare.measure;

/**
 * How soon a new process answers, from the moment it is started. Medians of several processes, some of which are asked
 * for {@code /health} first, the others for a tile.
 *
 * @param starts how many processes in all
 * @param readyMillis until it says that it is ready: a server that it listens, a function by asking for its first event
 * @param healthMillis until {@code /health} is answered
 * @param tileMillis until a tile is answered, with that tile's own rendering
 */
public record Start(int starts, double readyMillis, double healthMillis, double tileMillis) {
    public Start {
        Figures.refuseNegative(starts, readyMillis, healthMillis, tileMillis);
    }
}
