package atlas.compare.measure;

import atlas.compare.BadInput;
import atlas.compare.workload.Workload;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What one run of {@code ./atlas measure} found, as it is written to a file. Every figure has its unit in its name.
 *
 * @param evidence always {@value #MEASURED}: nothing here is computed from prices or cited
 * @param measuredAt when the run began, as in {@code 2026-11-25T21:40:00Z}
 * @param machine where it ran, as it was when it began
 * @param jdk of the JVM that asked, and on this machine of those that answered
 * @param renderer drawing alone, in a thread of its own: no HTTP, no log, no collector, no compiler
 * @param here the ways in which the app ran on this machine
 * @param deployed the options that answered from AWS
 */
public record Measurements(
        String evidence,
        String measuredAt,
        Machine machine,
        String jdk,
        Conditions conditions,
        List<CpuCost> renderer,
        List<LocalTarget> here,
        List<DeployedOption> deployed,
        List<NotMeasured> notMeasured) {
    public static final String MEASURED = "measured";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public Measurements {
        if (!MEASURED.equals(evidence)) {
            throw new IllegalArgumentException("evidence must be %s, got %s".formatted(MEASURED, evidence));
        }
        Instant.parse(measuredAt);
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(jdk, "jdk");
        Objects.requireNonNull(conditions, "conditions");
        renderer = List.copyOf(renderer);
        here = List.copyOf(here);
        deployed = List.copyOf(deployed);
        notMeasured = List.copyOf(notMeasured);
    }

    /** What was measured by this JVM. */
    public static Measurements of(
            Instant measuredAt,
            Machine machine,
            Conditions conditions,
            List<CpuCost> renderer,
            List<LocalTarget> here,
            List<DeployedOption> deployed,
            List<NotMeasured> notMeasured) {
        return new Measurements(
                MEASURED,
                measuredAt.toString(),
                machine,
                System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"),
                conditions,
                renderer,
                here,
                deployed,
                notMeasured);
    }

    /** @throws BadInput if there is no such file, or something else is in it */
    public static Measurements read(Path file) {
        try {
            return Optional.ofNullable(MAPPER.readValue(Files.readString(file), Measurements.class))
                    .orElseThrow(() -> noMeasurements(file));
        } catch (NoSuchFileException absent) {
            throw new BadInput("there is no file %s; ./atlas measure writes one".formatted(file));
        } catch (JsonProcessingException other) {
            throw noMeasurements(file);
        } catch (IOException unreadable) {
            throw new BadInput("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
        }
    }

    private static BadInput noMeasurements(Path file) {
        return new BadInput("%s holds no measurements; ./atlas measure writes them".formatted(file));
    }

    public String json() {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** CPU time of a tile on one core: the median of the ways in which it was measured here at that count. */
    public OptionalDouble cpuMillisPerTile(int iterations) {
        return median(here.stream()
                .flatMap(target -> target.cpu().stream())
                .filter(cost -> cost.iterations() == iterations)
                .map(CpuCost::cpuMillisPerTile)
                .toList());
    }

    /** A tile's PNG: the median of all that was measured. */
    public OptionalDouble responseBytes() {
        return median(Stream.concat(
                        here.stream().map(LocalTarget::responseBytes),
                        deployed.stream().map(DeployedOption::responseBytes))
                .toList());
    }

    /** From the start of a function's JVM to its first tile, if functions were measured here. Not with SnapStart. */
    public OptionalDouble coldStartMillis() {
        return here(LocalTarget.LAMBDA)
                .map(target -> OptionalDouble.of(target.start().tileMillis()))
                .orElse(OptionalDouble.empty());
    }

    public Optional<LocalTarget> here(String id) {
        return here.stream().filter(target -> target.id().equals(id)).findFirst();
    }

    public Optional<DeployedOption> deployed(String id) {
        return deployed.stream().filter(option -> option.id().equals(id)).findFirst();
    }

    /** The workload as heavy as its requests were found to be; what was not measured stays as its author wrote it. */
    public Workload applyTo(Workload workload) {
        return workload.measured(
                rounded(cpuMillisPerTile(conditions.iterations())).orElse(workload.cpuMillisPerRequest()),
                rounded(responseBytes()).orElse(workload.responseBytes()),
                rounded(coldStartMillis()).orElse(workload.coldStartMillis()),
                "%s, on %s".formatted(measuredAt.substring(0, "2026-11-25".length()), machine.processor()));
    }

    /** More digits than four no measurement here has. */
    private static Optional<BigDecimal> rounded(OptionalDouble figure) {
        return figure.isPresent()
                ? Optional.of(new BigDecimal(figure.getAsDouble(), new MathContext(4)))
                : Optional.empty();
    }

    private static OptionalDouble median(List<? extends Number> figures) {
        return figures.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Figures.median(figures));
    }
}
