package atlas.proof.check;

import atlas.proof.gate.BrokenGate;
import atlas.proof.gate.Gate;
import atlas.proof.gate.SkippedGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Shows templates to gates, as many at once as the machine has processors. */
public final class Check implements AutoCloseable {
    private final List<Gate> gates;
    private final Consumer<String> progress;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final List<CompletableFuture<GateResult>> underway = new ArrayList<>();

    /** @param progress takes a line for each judgement */
    public Check(List<Gate> gates, Consumer<String> progress) {
        this.gates = List.copyOf(gates);
        this.progress = progress;
    }

    /** Begins; the caller can make the next templates meanwhile. */
    public void begin(Subject subject) {
        gates.forEach(gate -> underway.add(CompletableFuture.supplyAsync(() -> judgement(gate, subject), workers)));
    }

    /**
     * Waits for all that has begun.
     *
     * @param whole whether it was all there is, so that a reason that was not needed is needed nowhere
     */
    public CheckResult result(Acknowledgements acknowledged, boolean whole) {
        Map<String, GateResult> results = new LinkedHashMap<>();
        underway.forEach(one -> results.merge(one.join().gate(), one.join(), GateResult::and));
        List<Held> held =
                results.values().stream().flatMap(gate -> gate.held().stream()).toList();
        List<Held> left =
                held.stream().filter(one -> acknowledged.reason(one).isEmpty()).toList();
        List<Acknowledgement> unneeded = whole
                ? acknowledged.unneeded(
                        gate -> results.containsKey(gate) && results.get(gate).isJudged(), held)
                : List.of();
        return new CheckResult(List.copyOf(results.values()), left, unneeded);
    }

    private GateResult judgement(Gate gate, Subject subject) {
        long begun = System.nanoTime();
        Supplier<Duration> time = () -> Duration.ofNanos(System.nanoTime() - begun);
        try {
            ConstructPaths paths = ConstructPaths.of(subject.templates());
            List<Held> held = gate.findings(subject.templates()).stream()
                    .map(finding ->
                            new Held(gate.name(), subject.name(), subject.profile(), paths.of(finding), finding))
                    .toList();
            progress.accept("  %s %s: %d findings, %.1f s"
                    .formatted(
                            subject.name(), gate.name(), held.size(), time.get().toMillis() / 1000.0));
            return GateResult.judged(gate, subject.templates().stacks().size(), held, time.get());
        } catch (SkippedGate skipped) {
            return GateResult.skipped(gate, skipped.getMessage());
        } catch (BrokenGate broken) {
            progress.accept("  %s %s: broken".formatted(subject.name(), gate.name()));
            return GateResult.broken(gate, subject.name() + ": " + broken.getMessage(), time.get());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
