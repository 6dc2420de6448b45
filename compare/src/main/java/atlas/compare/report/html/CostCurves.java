package atlas.compare.report.html;

import atlas.compare.comparison.Comparison;
import atlas.compare.curve.CrossOver;
import atlas.compare.curve.Curve;
import atlas.compare.curve.Curve.Point;
import atlas.compare.curve.Rates;
import atlas.compare.report.Money;
import atlas.compare.report.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Cost against rate: data to draw, where the curves meet, and the same figures as a table.
 *
 * @param json for the chart
 */
record CostCurves(List<Option> options, List<Meeting> meetings, List<Row> rows, String json) {
    private static final String MEETING = "where the two curves change their order, to a thousandth, all limits raised";

    /** One curve. */
    record Option(String id, String title, int colour) {}

    /** Of two curves that change their order for good. */
    record Meeting(String below, String above, Figure from, Figure to) {}

    /** What each curve costs at a rate. */
    record Row(Figure rate, boolean asked, List<Cell> cells) {}

    /** @param beyond what the template allows as it is written */
    record Cell(Figure usd, boolean beyond) {}

    static CostCurves of(Comparison comparison, Colours colours) {
        List<Curve> drawn = comparison.curves().drawn();
        List<CrossOver> lasting = comparison.curves().crossOvers().stream()
                .filter(CrossOver::isLasting)
                .toList();
        return new CostCurves(
                options(comparison, colours),
                lasting.stream().map(CostCurves::meeting).toList(),
                rows(comparison, drawn),
                new ChartData(comparison, lasting).json());
    }

    /** Whether there is anything to draw. */
    boolean any() {
        return !options.isEmpty();
    }

    boolean anyMeeting() {
        return !meetings.isEmpty();
    }

    private static List<Option> options(Comparison comparison, Colours colours) {
        return comparison.entries().stream()
                .flatMap(entry -> colours.of(entry.id()).stream()
                        .map(colour -> new Option(entry.id(), entry.setUp().title(), colour)))
                .toList();
    }

    private static Meeting meeting(CrossOver found) {
        return new Meeting(
                found.below(),
                found.above(),
                Figure.computed(Rate.text(found.from()), found.from(), MEETING),
                Figure.computed(Rate.text(found.to()), found.to(), MEETING));
    }

    private static List<Row> rows(Comparison comparison, List<Curve> curves) {
        BigDecimal asked = comparison.terms().workload().requestsPerSecond();
        TreeSet<BigDecimal> rates = new TreeSet<>(roundRates());
        if (Rates.LOWEST.compareTo(asked) <= 0 && asked.compareTo(Rates.HIGHEST) <= 0) {
            rates.add(asked);
        }
        List<Row> rows = new ArrayList<>();
        for (BigDecimal rate : rates) {
            boolean isAsked = rate.compareTo(asked) == 0;
            rows.add(new Row(
                    Figure.rate(
                            rate,
                            Evidence.CITED,
                            isAsked ? Workloads.source(comparison) : "a step of this table's scale"),
                    isAsked,
                    curves.stream().map(curve -> cell(curve.point(rate))).toList()));
        }
        return rows;
    }

    /** 1, 2, 5 of every decade. */
    private static List<BigDecimal> roundRates() {
        List<BigDecimal> rates = new ArrayList<>();
        for (BigDecimal decade = Rates.LOWEST; decade.compareTo(Rates.HIGHEST) < 0; decade = decade.movePointRight(1)) {
            rates.addAll(
                    List.of(decade, decade.multiply(BigDecimal.valueOf(2)), decade.multiply(BigDecimal.valueOf(5))));
        }
        rates.add(Rates.HIGHEST);
        return rates;
    }

    private static Cell cell(Point point) {
        return new Cell(
                Figure.computed(
                        (point.complete() ? "" : "≥ ") + Money.usd(point.usd()), point.usd(), "a bill at that rate"),
                !point.asWritten());
    }
}
