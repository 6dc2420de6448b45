package atlas.infra.compute;

import atlas.infra.OffHours;
import java.util.List;
import software.amazon.awscdk.services.applicationautoscaling.BasicStepScalingPolicyProps;
import software.amazon.awscdk.services.applicationautoscaling.CronOptions;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.applicationautoscaling.ScalingInterval;
import software.amazon.awscdk.services.applicationautoscaling.ScalingSchedule;
import software.amazon.awscdk.services.applicationautoscaling.Schedule;
import software.amazon.awscdk.services.ecs.BaseService;
import software.amazon.awscdk.services.ecs.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.ecs.RequestCountScalingProps;
import software.amazon.awscdk.services.ecs.ScalableTaskCount;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.sqs.IQueue;

/**
 * How many tasks of one vCPU a service on ECS has: by CPU and by requests; when posters pile up, in steps; and by the clock.
 *
 * @param min fewest tasks
 * @param max most tasks
 */
record TaskScaling(int min, int max, OffHours offHours) {
    private static final int CPU_PERCENT = 60;
    private static final int REQUESTS_PER_MINUTE = 300;

    void applyTo(BaseService service, ApplicationTargetGroup targetGroup, IQueue posters) {
        ScalableTaskCount tasks = service.autoScaleTaskCount(
                EnableScalingProps.builder().minCapacity(min).maxCapacity(max).build());
        tasks.scaleOnCpuUtilization(
                "Cpu",
                CpuUtilizationScalingProps.builder()
                        .targetUtilizationPercent(CPU_PERCENT)
                        .build());
        tasks.scaleOnRequestCount(
                "Requests",
                RequestCountScalingProps.builder()
                        .requestsPerTarget(REQUESTS_PER_MINUTE)
                        .targetGroup(targetGroup)
                        .build());
        tasks.scaleOnMetric(
                "PostersWaiting",
                BasicStepScalingPolicyProps.builder()
                        .metric(posters.metricApproximateNumberOfMessagesVisible())
                        .scalingSteps(List.of(
                                ScalingInterval.builder()
                                        .lower(20)
                                        .upper(100)
                                        .change(1)
                                        .build(),
                                ScalingInterval.builder().lower(100).change(2).build()))
                        .build());
        if (offHours != OffHours.RUN) {
            int units = offHours.units(min);
            tasks.scaleOnSchedule("Evening", at(OffHours.EVENING, units, units));
            tasks.scaleOnSchedule("Morning", at(OffHours.MORNING, min, max));
        }
    }

    private static ScalingSchedule at(int hour, int min, int max) {
        return ScalingSchedule.builder()
                .schedule(Schedule.cron(CronOptions.builder()
                        .weekDay(OffHours.WORKDAYS)
                        .hour(String.valueOf(hour))
                        .minute("0")
                        .build()))
                .minCapacity(min)
                .maxCapacity(max)
                .build();
    }
}
