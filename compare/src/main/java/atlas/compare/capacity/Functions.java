package atlas.compare.capacity;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The Lambda functions of a set-up, without those that only CloudFormation calls. */
public final class Functions {
    static final String FUNCTION = "AWS::Lambda::Function";
    /** Lambda's own defaults. */
    private static final int MEMORY_MIB = 128;

    private static final int TIMEOUT_SECONDS = 3;
    private static final int EPHEMERAL_MIB = 512;

    private static final List<String> POINTERS = List.of("AWS::Lambda::Alias", "AWS::Lambda::Version");

    private Functions() {}

    static Stream<Function> in(SetUp setUp) {
        Set<Reference> helpers = helpers(setUp);
        return setUp.resources(FUNCTION)
                .filter(function -> !helpers.contains(function.name()))
                .map(function -> function(setUp, function));
    }

    private static Function function(SetUp setUp, Resource function) {
        return new Function(
                function,
                function.at("MemorySize").whole().orElse(MEMORY_MIB),
                function.at("Architectures").items().stream().anyMatch(architecture -> architecture.is("arm64")),
                function.at("Timeout").whole().orElse(TIMEOUT_SECONDS),
                function.at("ReservedConcurrentExecutions").whole().stream()
                        .mapToInt(Integer::intValue)
                        .findFirst(),
                provisioned(setUp, function),
                function.at("EphemeralStorage", "Size").whole().orElse(EPHEMERAL_MIB),
                function.at("TracingConfig", "Mode").is("Active"),
                function.at("VpcConfig", "SubnetIds").isPresent());
    }

    private static int provisioned(SetUp setUp, Resource function) {
        return setUp.resources("AWS::Lambda::Alias", "AWS::Lambda::Version")
                .filter(entry -> behind(setUp, entry.at("FunctionName")).contains(function.name()))
                .flatMap(entry ->
                        entry.at("ProvisionedConcurrencyConfig", "ProvisionedConcurrentExecutions").whole().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The functions that a value leads to, also by way of an alias or a version. */
    public static Set<Reference> behind(SetUp setUp, Value value) {
        Set<Reference> passed = new HashSet<>();
        follow(setUp, value, passed);
        passed.removeIf(
                name -> setUp.resource(name).filter(found -> found.is(FUNCTION)).isEmpty());
        return passed;
    }

    private static void follow(SetUp setUp, Value value, Set<Reference> passed) {
        for (Reference name : value.references()) {
            if (passed.add(name)) {
                setUp.resource(name)
                        .filter(found -> POINTERS.contains(found.type()))
                        .ifPresent(found -> follow(setUp, found.at("FunctionName"), passed));
            }
        }
    }

    /** Those that serve custom resources, and those that these call in turn. */
    private static Set<Reference> helpers(SetUp setUp) {
        Set<Reference> helpers = new HashSet<>();
        setUp.resources().forEach(resource -> collect(setUp, resource.at("ServiceToken"), helpers));
        return helpers;
    }

    private static void collect(SetUp setUp, Value value, Set<Reference> helpers) {
        for (Reference function : behind(setUp, value)) {
            if (helpers.add(function)) {
                setUp.resource(function)
                        .ifPresent(found -> collect(setUp, found.at("Environment", "Variables"), helpers));
            }
        }
    }
}
