package atlas.compare.workload;

import atlas.compare.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** A workload as a person writes it down: one YAML file, or the name of one that is shipped. */
public final class WorkloadFile {
    private static final Set<String> SHIPPED = new TreeSet<>(Set.of("quiet-tool", "steady-api", "spiky-site"));

    private static final int MOST_BYTES = 1_000_000;

    private static final Set<String> KEYS = Set.of(
            "name",
            "requestsPerSecond",
            "requestsPerMonth",
            "shape",
            "cpuMillisPerRequest",
            "waitMillisPerRequest",
            "responseBytes",
            "logBytesPerRequest",
            "coldStartShare",
            "coldStartMillis",
            "hoursPerMonth");

    private final String source;
    private final Map<?, ?> fields;

    private WorkloadFile(String source, Map<?, ?> fields) {
        this.source = source;
        this.fields = fields;
    }

    /**
     * @param name a file's, or one of those that are shipped: quiet-tool, steady-api, spiky-site
     * @throws BadInput naming the file, and the field where it is one
     */
    public static Workload read(String name) {
        return new WorkloadFile(name, parse(name, SHIPPED.contains(name) ? shipped(name) : text(Path.of(name))))
                .workload();
    }

    private static String shipped(String name) {
        try (InputStream file = WorkloadFile.class.getResourceAsStream(name + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(Path file) {
        if (!Files.exists(file)) {
            throw new BadInput("there is no workload file %s, and the workloads that are shipped are called %s"
                    .formatted(file, String.join(", ", SHIPPED)));
        }
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new BadInput("workload %s has more than %d bytes".formatted(file, MOST_BYTES));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new BadInput("workload %s cannot be read".formatted(file));
        }
    }

    private static Map<?, ?> parse(String name, String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try {
            if (new Yaml(new SafeConstructor(strict)).load(text) instanceof Map<?, ?> fields) {
                return fields;
            }
        } catch (MarkedYAMLException broken) {
            throw new BadInput("workload %s is not YAML: %s at line %d"
                    .formatted(
                            name,
                            firstLine(broken.getProblem()),
                            broken.getProblemMark().getLine() + 1));
        } catch (YAMLException broken) {
            throw new BadInput("workload %s is not YAML: %s".formatted(name, firstLine(broken.getMessage())));
        }
        throw new BadInput("workload %s has no fields".formatted(name));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("it cannot be read");
    }

    private Workload workload() {
        Set<String> unknown = new TreeSet<>();
        fields.keySet().forEach(key -> unknown.add(String.valueOf(key)));
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new BadInput("workload %s has an unknown field %s; there are %s"
                    .formatted(source, unknown.iterator().next(), String.join(", ", new TreeSet<>(KEYS))));
        }
        try {
            return build();
        } catch (BadInput refused) {
            throw new BadInput("workload %s: %s".formatted(source, refused.getMessage()));
        }
    }

    private Workload build() {
        BigDecimal none = BigDecimal.ZERO;
        Workload without = new Workload(
                fields.containsKey("name") ? scalar("name", "a text", fields.get("name")) : source,
                none,
                shape(),
                required("cpuMillisPerRequest"),
                number("waitMillisPerRequest", none),
                number("responseBytes", none),
                number("logBytesPerRequest", none),
                number("coldStartShare", none),
                number("coldStartMillis", none),
                number("hoursPerMonth", BigDecimal.valueOf(730)));
        boolean perSecond = fields.containsKey("requestsPerSecond");
        if (perSecond == fields.containsKey("requestsPerMonth")) {
            throw new BadInput("it needs requestsPerSecond or requestsPerMonth, exactly one of them");
        }
        BigDecimal given = required(perSecond ? "requestsPerSecond" : "requestsPerMonth");
        return without.at(perSecond ? given : without.perSecond(given));
    }

    private BigDecimal required(String key) {
        if (!fields.containsKey(key)) {
            throw new BadInput(key + " is missing");
        }
        return number(key, null);
    }

    private BigDecimal number(String key, BigDecimal otherwise) {
        return fields.containsKey(key) ? number(key, fields.get(key)) : otherwise;
    }

    private static String scalar(String key, String what, Object value) {
        if (value == null || value instanceof Map || value instanceof Collection) {
            throw new BadInput("%s must be %s, got %s"
                    .formatted(key, what, value == null ? "nothing" : value instanceof Map ? "fields" : "a list"));
        }
        return value.toString();
    }

    private static BigDecimal number(String key, Object value) {
        String text = scalar(key, "a number", value);
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.precision() - number.scale()) <= 15 && number.scale() <= 30) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new BadInput("%s must be a number, got %s".formatted(key, text));
        }
        throw new BadInput("%s is beyond all measure: %s".formatted(key, text));
    }

    /** Rows of hours may be lists in the list. */
    private List<BigDecimal> shape() {
        List<BigDecimal> hours = new ArrayList<>();
        if (fields.containsKey("shape")) {
            collect(fields.get("shape"), true, hours);
        }
        return hours;
    }

    private static void collect(Object value, boolean mayHaveRows, List<BigDecimal> hours) {
        if (!(value instanceof List<?> list)) {
            throw new BadInput(
                    "shape must be a list of hours, got %s".formatted(value instanceof Map ? "fields" : value));
        }
        for (Object element : list) {
            if (element instanceof List<?> && mayHaveRows) {
                collect(element, false, hours);
            } else {
                hours.add(number("shape", element));
            }
        }
    }
}
