package atlas.compare.cli;

import atlas.compare.bill.PurchaseModel;
import atlas.compare.bill.Running;
import atlas.compare.bill.Terms;
import atlas.compare.measure.Measurements;
import atlas.compare.prices.FreeTier;
import atlas.compare.prices.PriceBooks;
import atlas.compare.workload.Workload;
import atlas.compare.workload.WorkloadFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What every command that makes bills may be told. */
final class TermsOptions {
    @Option(
            names = "--workload",
            paramLabel = "FILE",
            description = "a workload file, or quiet-tool, steady-api or spiky-site "
                    + "(default: nobody asks; for compare and choose steady-api)")
    private String workload;

    @Option(
            names = "--measured",
            paramLabel = "FILE",
            description =
                    "take CPU, answer and cold start from what ./atlas measure wrote, instead of the workload's own")
    private Path measured;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "whose prices (default: us-east-1); ./atlas prices --help lists them")
    private String region;

    @Option(
            names = "--purchase",
            paramLabel = "MODEL",
            description = "how capacity is bought: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "as-written",
            converter = Titles.OfPurchase.class,
            completionCandidates = Titles.OfPurchase.class)
    private PurchaseModel purchase;

    @Option(
            names = "--running",
            paramLabel = "HOURS",
            description = "when instances and tasks run: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "always",
            converter = Titles.OfRunning.class,
            completionCandidates = Titles.OfRunning.class)
    private Running running;

    @Option(
            names = "--free-tier",
            description = "take off what AWS gives each account every month, as if nothing else used it")
    private boolean freeTier;

    String region() {
        return region == null ? "us-east-1" : region;
    }

    /** Where the templates are for, unless a region was named. */
    void follow(Map<String, String> settings) {
        if (region == null) {
            region = settings.get("region");
        }
    }

    boolean isWithoutWorkload() {
        return workload == null;
    }

    Terms terms() {
        return terms(workload == null ? Workload.idle() : WorkloadFile.read(workload));
    }

    /** With a workload that is shipped where none was named. */
    Terms orElse(String shipped) {
        return terms(WorkloadFile.read(workload == null ? shipped : workload));
    }

    private Terms terms(Workload other) {
        return new Terms(
                PriceBooks.of(region()),
                measured == null ? other : Measurements.read(measured).applyTo(other),
                purchase,
                running,
                freeTier ? FreeTier.read().offers() : List.of(),
                false);
    }
}
