package atlas.compare.bill.meter;

import atlas.compare.bill.Tally;
import atlas.compare.template.Resource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known of types that no meter reads: some are free, some cost what no workload tells, some have no price here. */
final class OtherTypes {
    private static final String SEPARATOR = ": ";
    private static final Set<String> FREE = new TreeSet<>(lines("free-types.txt"));
    private static final Map<String, String> USED = reasons("usage-types.txt");
    private static final Map<String, String> UNPRICED = reasons("unpriced-types.txt");

    private OtherTypes() {}

    static void read(Resource resource, Tally tally) {
        String type = resource.type();
        if (USED.containsKey(type)) {
            tally.needsUsage(resource, USED.get(type));
        } else if (UNPRICED.containsKey(type)) {
            tally.notPriced(resource, "%s: no price".formatted(UNPRICED.get(type)));
        } else if (!isFree(type)) {
            tally.notPriced(resource, "no rule here for this type");
        }
    }

    /** A custom resource is a call of a function, at deployments only. */
    private static boolean isFree(String type) {
        return FREE.contains(type) || type.startsWith("Custom::") || type.equals("AWS::CloudFormation::CustomResource");
    }

    private static Map<String, String> reasons(String file) {
        Map<String, String> reasons = new TreeMap<>();
        for (String line : lines(file)) {
            int end = line.indexOf(SEPARATOR);
            reasons.put(line.substring(0, end), line.substring(end + SEPARATOR.length()));
        }
        return reasons;
    }

    private static List<String> lines(String file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(OtherTypes.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.startsWith("AWS::")).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
