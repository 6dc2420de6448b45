package atlas.compare.capacity;

import atlas.compare.template.LeftOpen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an EC2 instance type is made of. Source: docs.aws.amazon.com, EC2 instance types and "Key concepts for burstable
 * performance instances"; recalled, not read.
 *
 * @param baseline share of each vCPU that a burstable type may use for ever; 1 for all others
 */
public record InstanceType(String name, int vcpu, int memoryMiB, BigDecimal baseline) {
    private static final Map<String, InstanceType> TYPES = read();

    public static Optional<InstanceType> named(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /** @throws LeftOpen for a type that is not in the list */
    static InstanceType known(String name) {
        return named(name).orElseThrow(() -> new LeftOpen("instances of type %s are not known here".formatted(name)));
    }

    public boolean isBurstable() {
        return baseline.compareTo(BigDecimal.ONE) < 0;
    }

    /** Such as t4g. */
    public String family() {
        return name.substring(0, name.indexOf('.'));
    }

    private static Map<String, InstanceType> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                InstanceType.class.getResourceAsStream("instance-types.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(
                            cells -> cells[0],
                            cells -> new InstanceType(
                                    cells[0],
                                    Integer.parseInt(cells[1]),
                                    Integer.parseInt(cells[2]),
                                    new BigDecimal(cells[3]))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
