package atlas.compare.report.html;

import java.util.List;

/**
 * What a set-up has on one layer.
 *
 * @param onPath whether a request meets something on it
 * @param blocks its resources, alike ones as one: first those that a request meets, then the option's own
 */
record Floor(String title, boolean onPath, List<Block> blocks) {
    /**
     * Resources of one type.
     *
     * @param service such as ECS
     * @param kind such as Service
     * @param own whether they are of the option's own stack, which it shares with nobody
     */
    record Block(String service, String kind, Figure count, boolean several, boolean own, boolean onPath) {}
}
