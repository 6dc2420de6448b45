package atlas.compare.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.bill.meter.Meters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of types that no meter reads. */
class OtherTypesTest {
    @ParameterizedTest
    @ValueSource(strings = {"free-types.txt", "usage-types.txt", "unpriced-types.txt"})
    void areSorted(String file) {
        List<String> types = types(file).toList();

        assertEquals(types.stream().sorted().distinct().toList(), types);
    }

    @Test
    void areOnOneListOnly() {
        List<String> all = Stream.of("free-types.txt", "usage-types.txt", "unpriced-types.txt")
                .flatMap(OtherTypesTest::types)
                .sorted()
                .toList();

        assertEquals(all.stream().distinct().toList(), all);
    }

    static Stream<String> free() {
        return types("free-types.txt");
    }

    /** One that a meter reads would be priced by it, or would need usage, or be left open. */
    @ParameterizedTest
    @MethodSource("free")
    void costNothing(String type) {
        Bill bill = Billed.idle("  A: {Type: '%s'}\n".formatted(type));

        assertEquals(List.of(), bill.lines());
        assertEquals(List.of(), bill.notPriced());
        assertEquals(List.of(), bill.needsUsage());
    }

    @Test
    void needTheUsageOfTheirList() {
        assertEquals(new ArrayList<>(), wrong("usage-types.txt", false));
    }

    @Test
    void haveNoPriceForWhatTheirListSays() {
        assertEquals(new ArrayList<>(), wrong("unpriced-types.txt", true));
    }

    private static List<String> wrong(String file, boolean unpriced) {
        return lines(file)
                .filter(line -> {
                    String[] entry = line.split(": ", 2);
                    Bill bill = Billed.idle("  A: {Type: '%s'}\n".formatted(entry[0]));
                    String said = unpriced
                            ? Billed.notPriced(bill).replaceFirst(": no price$", "")
                            : String.join(
                                    "; ",
                                    bill.needsUsage().stream()
                                            .map(NeedsUsage::usage)
                                            .toList());
                    return !said.equals(entry[1]) || bill.isComplete() == unpriced;
                })
                .toList();
    }

    private static Stream<String> types(String file) {
        return lines(file).map(line -> line.split(": ", 2)[0]);
    }

    private static Stream<String> lines(String file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Meters.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.startsWith("AWS::")).toList().stream();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
