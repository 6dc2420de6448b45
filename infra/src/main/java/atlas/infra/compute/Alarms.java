package atlas.infra.compute;

import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/** Alarms on what should never happen. */
final class Alarms {
    private Alarms() {}

    /** Goes off with the first one in a period of the metric. Where nothing is counted, nothing has happened. */
    static void atFirst(Construct scope, String id, IMetric metric) {
        Alarm.Builder.create(scope, id)
                .metric(metric)
                .threshold(1)
                .evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
    }
}
