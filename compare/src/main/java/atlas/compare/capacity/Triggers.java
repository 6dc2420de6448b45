package atlas.compare.capacity;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What starts a function besides a request: messages, events, the clock. */
public final class Triggers {
    private static final String RULE = "AWS::Events::Rule";
    /** Whatever function they name, they call when something happens. */
    private static final String[] SOURCES = {
        "AWS::S3::Bucket",
        "Custom::S3BucketNotifications",
        "AWS::SNS::Subscription",
        "AWS::StepFunctions::StateMachine",
        "AWS::Pipes::Pipe",
        "AWS::Logs::SubscriptionFilter",
        "AWS::IoT::TopicRule",
        "AWS::Cognito::UserPool"
    };

    private static final String SCHEDULE = "AWS::Scheduler::Schedule";

    private final SetUp setUp;
    private final Set<Reference> byEvents = new HashSet<>();
    private final Set<Reference> byMessages = new HashSet<>();
    private final Set<Reference> byClock = new HashSet<>();

    public Triggers(SetUp setUp) {
        this.setUp = setUp;
        setUp.resources(RULE).forEach(rule -> (rule.at("ScheduleExpression").isPresent() ? byClock : byEvents)
                .addAll(Functions.behind(setUp, rule.at("Targets"))));
        setUp.resources(SCHEDULE)
                .forEach(schedule -> byClock.addAll(Functions.behind(setUp, schedule.at("Target", "Arn"))));
        setUp.resources("AWS::Lambda::EventSourceMapping")
                .forEach(mapping -> byMessages.addAll(Functions.behind(setUp, mapping.at("FunctionName"))));
        setUp.resources(SOURCES).forEach(source -> byEvents.addAll(Functions.behind(setUp, source.properties())));
    }

    boolean isStarted(Reference function) {
        return byClock.contains(function) || byMessages.contains(function) || byEvents.contains(function);
    }

    /** Messages of a queue are work that the set-up itself puts there, or nobody does. */
    boolean isToldOfEvents(Reference function) {
        return byEvents.contains(function) || byMessages.contains(function);
    }

    /** The rules and schedules that call a function by the clock. */
    public List<Resource> schedulesOf(Reference function) {
        return Stream.concat(
                        setUp.resources(SCHEDULE).filter(schedule -> calls(schedule, function, "Target")),
                        setUp.resources(RULE).filter(rule -> calls(rule, function, "Targets")))
                .filter(schedule -> schedule.at("ScheduleExpression").isPresent())
                .toList();
    }

    private boolean calls(Resource schedule, Reference function, String target) {
        return Functions.behind(setUp, schedule.at(target)).contains(function);
    }
}
