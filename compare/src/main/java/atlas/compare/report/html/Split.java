package atlas.compare.report.html;

import atlas.compare.bill.Bill;
import atlas.compare.bill.Group;
import atlas.compare.report.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A bill as a bar of its groups, drawn to the scale of the dearest. */
record Split(List<Part> parts) {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /** @param from and {@code width} in percent of the bar */
    record Part(String key, BigDecimal from, BigDecimal width, Figure usd) {}

    static Split of(Bill bill, BigDecimal dearest) {
        List<Part> parts = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (Group group : Group.values()) {
            BigDecimal width = dearest.signum() == 0
                    ? BigDecimal.ZERO
                    : bill.total(group).multiply(PERCENT).divide(dearest, 2, RoundingMode.HALF_UP);
            parts.add(new Part(
                    group.key(),
                    from,
                    width,
                    Figure.usd(bill.total(group), "the lines of its bill that are " + group.title())));
            from = from.add(width);
        }
        return new Split(parts);
    }

    /** The same in words. */
    static String told(Bill bill) {
        return List.of(Group.values()).stream()
                .map(group -> "%s %s".formatted(group.title(), Money.usd(bill.total(group))))
                .collect(Collectors.joining(", "));
    }
}
