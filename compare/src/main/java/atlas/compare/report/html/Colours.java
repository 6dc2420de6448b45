package atlas.compare.report.html;

import atlas.compare.curve.Curve;
import atlas.compare.curve.Curves;
import java.util.List;
import java.util.Optional;

/** Each curve has a colour of the style sheet's, the same wherever its option is named. */
record Colours(List<String> ids) {
    /** In report.css. */
    private static final int THERE_ARE = 10;

    static Colours of(Curves curves) {
        return new Colours(curves.drawn().stream().map(Curve::setUp).toList());
    }

    /** Empty for one without a curve. */
    Optional<Integer> of(String id) {
        return Optional.of(ids.indexOf(id)).filter(index -> index >= 0).map(index -> index % THERE_ARE);
    }
}
