package atlas.compare.capacity;

import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The tasks on Fargate that a rule or a schedule of EventBridge starts: each time so many, which end when they are done. */
public final class ScheduledTasks {
    private ScheduledTasks() {}

    /** One fleet a target, as large as it is started; none by what is switched off, and none on instances, which are paid themselves. */
    public static List<Fleet> startedBy(SetUp setUp, Resource schedule) {
        if (Schedule.isOff(schedule)) {
            return List.of();
        }
        return Stream.concat(Stream.of(schedule.at("Target")), schedule.at("Targets").list().stream())
                .filter(target -> target.at("EcsParameters").isPresent())
                .flatMap(target -> fleet(setUp, schedule, target).stream())
                .toList();
    }

    private static Optional<Fleet> fleet(SetUp setUp, Resource schedule, Value target) {
        Value settings = target.at("EcsParameters");
        EcsPlacement placement = new EcsPlacement(setUp, settings, target.at("Arn"), settings.at("TaskDefinitionArn"));
        if (!placement.isOnFargate()) {
            return Optional.empty();
        }
        int count = settings.at("TaskCount").someOr(1);
        return Optional.of(FargateTasks.fleet(
                schedule, placement, assigned(settings), count, OptionalInt.of(count), Scaling.NONE));
    }

    /** The two services write one word differently. */
    private static Value assigned(Value settings) {
        Value ofARule = settings.at("NetworkConfiguration", "AwsVpcConfiguration", "AssignPublicIp");
        return ofARule.isPresent()
                ? ofARule
                : settings.at("NetworkConfiguration", "AwsvpcConfiguration", "AssignPublicIp");
    }
}
