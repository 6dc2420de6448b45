package atlas.compare.report.html;

import atlas.compare.measure.Measurements;
import java.util.List;

/** What was seen of the sample app, run by run. */
record Measured(List<Run> runs) {
    /**
     * One run of {@code ./atlas measure}.
     *
     * @param machine that asked, and that answered where nothing was deployed
     * @param notMeasured what has no figures, and why
     */
    record Run(String at, Figure machine, Figure conditions, List<Grid> grids, List<Missing> notMeasured) {}

    /** A table of figures, all of them measured. */
    record Grid(String title, List<String> columns, List<Row> rows) {}

    /** What was measured of one target. */
    record Row(String id, List<Figure> figures) {}

    /** What has no figures. */
    record Missing(String id, String why) {}

    static Measured of(List<Measurements> runs) {
        return new Measured(runs.stream().map(run -> new MeasuredRun(run).run()).toList());
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }
}
