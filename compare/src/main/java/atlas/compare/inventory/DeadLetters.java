package atlas.compare.inventory;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import atlas.compare.template.ValueText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what keeps messages that cannot be worked off, and what loses them. */
final class DeadLetters {
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final ValueText TEXT = new ValueText(Reference::toString);

    private DeadLetters() {}

    static List<DeadLetter> in(SetUp setUp) {
        List<DeadLetter> found = setUp.resources().flatMap(DeadLetters::of).toList();
        Set<String> kept =
                found.stream().flatMap(entry -> entry.target().stream()).collect(Collectors.toSet());
        return found.stream()
                .filter(entry -> entry.target().isPresent()
                        || !kept.contains(entry.source().toString()))
                .toList();
    }

    private static Stream<DeadLetter> of(Resource resource) {
        return switch (resource.type()) {
            case QUEUE, "AWS::SNS::Subscription" -> Stream.of(redriven(resource));
            case "AWS::Events::Rule" ->
                resource.at("Targets").items().stream()
                        .map(target -> letter(resource, target.at("DeadLetterConfig", "Arn")));
            case "AWS::Scheduler::Schedule" ->
                Stream.of(letter(resource, resource.at("Target", "DeadLetterConfig", "Arn")));
            case "AWS::Lambda::Function" -> ifPresent(resource, resource.at("DeadLetterConfig", "TargetArn"));
            case "AWS::Lambda::EventInvokeConfig", "AWS::Lambda::EventSourceMapping" ->
                ifPresent(resource, resource.at("DestinationConfig", "OnFailure", "Destination"));
            default -> Stream.empty();
        };
    }

    private static DeadLetter redriven(Resource resource) {
        Value policy = resource.at("RedrivePolicy");
        OptionalInt receives = policy.at("maxReceiveCount").whole().stream()
                .mapToInt(Integer::intValue)
                .findFirst();
        return new DeadLetter(resource.name(), resource.type(), name(policy.at("deadLetterTargetArn")), receives);
    }

    private static Stream<DeadLetter> ifPresent(Resource resource, Value target) {
        return target.isPresent() ? Stream.of(letter(resource, target)) : Stream.empty();
    }

    private static DeadLetter letter(Resource resource, Value target) {
        return new DeadLetter(resource.name(), resource.type(), name(target), OptionalInt.empty());
    }

    private static Optional<String> name(Value target) {
        return target.isPresent()
                ? Optional.of(target.reference().map(Reference::toString).orElseGet(() -> TEXT.of(target)))
                : Optional.empty();
    }
}
