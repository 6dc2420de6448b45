package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.Functions;
import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.List;
import java.util.stream.Stream;

/** What a CDN runs in its locations: functions of Lambda and of its own, once for each request they are tied to. */
final class EdgeMeter {
    private EdgeMeter() {}

    /** Of Lambda. How long it takes there is no part of a workload. */
    static void function(Resource function, Tally tally) {
        long events = events(tally, "LambdaFunctionAssociations", function, true);
        calls(function, tally, events, "calls at the edge", "lambda-edge:requests");
        tally.needsUsage(function, "how long its calls at the edge take");
    }

    /** Of CloudFront's own. */
    static void cloudFrontFunction(Resource function, Tally tally) {
        long events = events(tally, "FunctionAssociations", function, false);
        calls(function, tally, events, "invocations", "cloudfront-functions:invocations");
        if (events == 0) {
            tally.needsUsage(function, "invocations");
        }
    }

    private static void calls(Resource function, Tally tally, long events, String item, String priceKey) {
        tally.line(
                function,
                item,
                Group.PER_REQUEST,
                Quantity.of(tally.usage().requests(), "requests").times(events, events == 1 ? "event" : "events"),
                priceKey);
    }

    /** Of one behaviour, the one with most, since nobody knows which a request meets. */
    private static long events(Tally tally, String associations, Resource function, boolean isLambda) {
        return tally.usage().path().fronts().stream()
                .filter(front -> front.is("AWS::CloudFront::Distribution"))
                .flatMap(EdgeMeter::behaviors)
                .mapToLong(behavior -> behavior.at(associations).items().stream()
                        .filter(association ->
                                names(tally, association, isLambda).contains(function.name()))
                        .count())
                .max()
                .orElse(0);
    }

    private static Stream<Value> behaviors(Resource distribution) {
        Value config = distribution.at("DistributionConfig");
        return Stream.concat(
                Stream.of(config.at("DefaultCacheBehavior")), config.at("CacheBehaviors").items().stream());
    }

    private static List<Reference> names(Tally tally, Value association, boolean isLambda) {
        return isLambda ? List.copyOf(Functions.behind(tally.setUp(), association)) : association.references();
    }
}
