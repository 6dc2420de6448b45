package atlas.compare.inventory;

import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Finds log groups, and the functions that get one beside the template. */
final class LogGroups {
    private static final String OF_FUNCTIONS = "/aws/lambda/";

    private LogGroups() {}

    static List<LogGroup> in(SetUp setUp) {
        Stream<LogGroup> written = setUp.resources(LogGroup.TYPE)
                .map(group -> new LogGroup(
                        group.name(),
                        group.type(),
                        group.at("RetentionInDays").whole().stream()
                                .mapToInt(Integer::intValue)
                                .findFirst()));
        Stream<LogGroup> made = setUp.resources("AWS::Lambda::Function")
                .filter(function -> !function.at("LoggingConfig", "LogGroup").isPresent())
                .filter(function -> !hasGroup(setUp, function))
                .map(function -> new LogGroup(function.name(), function.type(), OptionalInt.empty()));
        return Stream.concat(written, made).toList();
    }

    /** Named as Lambda would name it, whether by reference or by the function's own name. */
    private static boolean hasGroup(SetUp setUp, Resource function) {
        String name = function.at("FunctionName").text().orElse("");
        return setUp.resources(LogGroup.TYPE)
                .map(group -> group.at("LogGroupName"))
                .anyMatch(group -> group.references().contains(function.name())
                        || !name.isEmpty() && group.is(OF_FUNCTIONS + name));
    }
}
