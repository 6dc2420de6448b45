package atlas.compare.capacity;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The Lambda functions of a set-up, without those that only CloudFormation or a CDN calls. */
public final class Functions {
    static final String FUNCTION = "AWS::Lambda::Function";
    /** Lambda's own defaults. */
    private static final int MEMORY_MIB = 128;

    private static final int TIMEOUT_SECONDS = 3;
    private static final int EPHEMERAL_MIB = 512;
    private static final int MOST_PROVISIONED = 1_000_000;

    private static final List<String> POINTERS = List.of("AWS::Lambda::Alias", "AWS::Lambda::Version");

    private Functions() {}

    /** Empty for those that only CloudFormation or a CDN calls, and for those on instances, which are paid there. */
    static Optional<Function> function(SetUp setUp, Resource function) {
        boolean isOurs =
                !helpers(setUp).contains(function.name()) && !atTheEdge(setUp).contains(function.name());
        if (!isOurs || LambdaManagedInstances.isOnOne(function)) {
            return Optional.empty();
        }
        Value reserved = function.at("ReservedConcurrentExecutions");
        return Optional.of(new Function(
                function,
                function.at("MemorySize").someOr(MEMORY_MIB),
                function.at("Architectures").list().stream().anyMatch(architecture -> architecture.is("arm64")),
                function.at("Timeout").someOr(TIMEOUT_SECONDS),
                reserved.isPresent() ? OptionalInt.of(reserved.wholeOr(0)) : OptionalInt.empty(),
                provisioned(setUp, function),
                function.at("EphemeralStorage", "Size").wholeOr(EPHEMERAL_MIB),
                function.at("TracingConfig", "Mode").textOr("PassThrough").equals("Active"),
                function.at("VpcConfig", "SubnetIds").isPresent()));
    }

    private static int provisioned(SetUp setUp, Resource function) {
        return setUp.resources("AWS::Lambda::Alias", "AWS::Lambda::Version")
                .filter(entry -> behind(setUp, entry.at("FunctionName")).contains(function.name()))
                .map(entry -> entry.at("ProvisionedConcurrencyConfig", "ProvisionedConcurrentExecutions")
                        .wholeOr(0))
                .reduce(0, (one, other) -> Math.min(one + other, MOST_PROVISIONED));
    }

    /** Those that a distribution calls in all its locations, at prices of their own. */
    public static Set<Reference> atTheEdge(SetUp setUp) {
        Set<Reference> functions = new HashSet<>();
        setUp.resources("AWS::CloudFront::Distribution")
                .map(distribution -> distribution.at("DistributionConfig"))
                .flatMap(config -> Stream.concat(
                        Stream.of(config.at("DefaultCacheBehavior")), config.at("CacheBehaviors").items().stream()))
                .forEach(behavior -> functions.addAll(behind(setUp, behavior.at("LambdaFunctionAssociations"))));
        return functions;
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
