package atlas.compare.measure.deployed;

import atlas.compare.BadInput;
import atlas.compare.measure.Conditions;
import atlas.compare.measure.DeployedOption;
import atlas.compare.measure.Machine;
import atlas.compare.measure.Measurements;
import atlas.compare.measure.NotMeasured;
import atlas.compare.measure.NotMeasured.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Measures what is deployed over HTTPS, one option after the other. */
public final class DeployedRun {
    private final DeployedPlan plan;
    private final Consumer<String> progress;

    /** @param progress is told what is being done */
    public DeployedRun(DeployedPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * @param outputs the file of {@code cdk deploy --outputs-file}
     * @param ids of the options to measure; all in the file when empty
     * @throws BadInput if the file cannot be used, or lacks one of them
     */
    public static DeployedPlan plan(Path outputs, List<String> ids, Conditions conditions) {
        Map<String, URI> urls = CdkOutputs.read(outputs);
        Map<String, URI> chosen = new TreeMap<>();
        for (String id : ids.isEmpty() ? urls.keySet() : ids) {
            if (!urls.containsKey(id)) {
                throw new BadInput("%s has no Url of %s; it has those of %s"
                        .formatted(outputs, id, String.join(", ", urls.keySet())));
            }
            chosen.put(id, urls.get(id));
        }
        return new DeployedPlan(chosen, conditions);
    }

    /** @param now for the record */
    public Measurements measure(Instant now) throws InterruptedException {
        Machine machine = Machine.here();
        List<DeployedOption> measured = new ArrayList<>();
        List<NotMeasured> notMeasured = new ArrayList<>();
        for (String id : plan.targets().keySet()) {
            progress.accept("%s: %d requests in about %d s".formatted(id, plan.requests(), plan.seconds()));
            try {
                measured.add(new OptionMeasurement(id, plan).measure());
            } catch (Voided seen) {
                notMeasured.add(new NotMeasured(id, Reason.VOID, seen.getMessage()));
            } catch (IOException failed) {
                notMeasured.add(new NotMeasured(id, Reason.FAILED, failed.getMessage()));
            }
        }
        return Measurements.of(now, machine, plan.conditions(), List.of(), List.of(), measured, notMeasured);
    }
}
