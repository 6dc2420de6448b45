package atlas.compare.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.AnyTemplate;
import atlas.compare.Written;
import atlas.compare.bill.Bill;
import atlas.compare.bill.Biller;
import atlas.compare.bill.Terms;
import atlas.compare.prices.PriceBooks;
import atlas.compare.report.DiffJson;
import atlas.compare.report.DiffText;
import atlas.compare.report.Json;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.workload.WorkloadFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnyDiffTest {
    private static final Terms TERMS = Terms.of(PriceBooks.of("us-east-1"), WorkloadFile.read("steady-api"));

    @Provide
    Arbitrary<String> templates() {
        return AnyTemplate.json();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void isEmptyOfATemplateWithItself(@ForAll("templates") String template) {
        Diff diff = Diff.of(Written.setUp(template), Written.setUp(template));

        assertTrue(diff.isEmpty(), diff::toString);
        assertEquals(1, diff.shared().size());
    }

    /** The other way round everything is the same but the sides. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void isMirroredByTheOtherWayRound(@ForAll("templates") String one, @ForAll("templates") String other) {
        SetUp left = Written.setUp(one);
        SetUp right = Written.setUp(other);

        assertEquals(told(Diff.of(left, right), diff -> diff), told(Diff.of(right, left), AnyDiffTest::mirrored));
    }

    /** Each resource is in a pair, or only on its side. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void losesNothing(@ForAll("templates") String one, @ForAll("templates") String other) {
        SetUp left = Written.setUp(one);
        SetUp right = Written.setUp(other);
        Diff diff = Diff.of(left, right);
        List<StackDiff> stacks = diff.stacks();
        int shared = diff.shared().stream()
                .mapToInt(stack -> stack.resources().size())
                .sum();

        assertEquals(
                left.resources().count(),
                shared + count(stacks, StackDiff::onlyLeft) + count(stacks, StackDiff::pairs));
        assertEquals(
                right.resources().count(),
                shared + count(stacks, StackDiff::onlyRight) + count(stacks, StackDiff::pairs));
    }

    private static long count(List<StackDiff> stacks, Function<StackDiff, List<?>> part) {
        return stacks.stream().mapToLong(stack -> part.apply(stack).size()).sum();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void isPrintedWithWhatItCosts(@ForAll("templates") String one, @ForAll("templates") String other) {
        SetUp left = Written.setUp(one);
        SetUp right = Written.setUp(other);
        Diff diff = Diff.of(left, right);
        Bill ours = new Biller(left).bill(TERMS);
        Bill theirs = new Biller(right).bill(TERMS);
        BillDiff bills = BillDiff.of(diff, ours, theirs);

        assertEquals(
                0,
                bills.difference()
                        .compareTo(bills.lines().stream()
                                .map(BillDiff.LineDiff::difference)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)));
        assertTrue(Json.pretty(DiffJson.of(diff, bills, "one", "other")).startsWith("{"));
        DiffText.of(diff, bills, "one", "other").lines().forEach(line -> assertTrue(line.length() <= 100, line));
    }

    private static Set<String> told(Diff diff, Function<String[], String[]> sides) {
        return diff.stacks().stream()
                .flatMap(stack -> Stream.of(
                                stack.onlyLeft().stream().map(resource -> told(sides, name(resource), "")),
                                stack.onlyRight().stream().map(resource -> told(sides, "", name(resource))),
                                stack.pairs().stream().flatMap(pair -> told(pair, sides)))
                        .flatMap(lines -> lines))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> told(ResourceDiff pair, Function<String[], String[]> sides) {
        String names = told(sides, name(pair.left()), name(pair.right()));
        return Stream.concat(Stream.of(names), pair.differences().stream().map(difference -> "%s %s: %s"
                .formatted(
                        names,
                        difference.path(),
                        told(
                                sides,
                                difference.left().orElse("-"),
                                difference.right().orElse("-")))));
    }

    private static String told(Function<String[], String[]> sides, String left, String right) {
        return String.join(" | ", sides.apply(new String[] {left, right}));
    }

    private static String[] mirrored(String[] sides) {
        return new String[] {sides[1], sides[0]};
    }

    private static String name(Resource resource) {
        return resource.name().toString();
    }
}
