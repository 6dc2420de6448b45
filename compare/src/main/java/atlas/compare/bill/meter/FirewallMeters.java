package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.List;
import java.util.stream.Stream;

/** WAF: access control lists, their rules, and the requests that they look at. */
final class FirewallMeters {
    /** Groups of AWS's own that cost more than a rule. */
    private static final List<String> DEARER = List.of(
            "AWSManagedRulesBotControlRuleSet",
            "AWSManagedRulesATPRuleSet",
            "AWSManagedRulesACFPRuleSet",
            "AWSManagedRulesAntiDDoSRuleSet");

    private FirewallMeters() {}

    static void list(Resource list, Tally tally) {
        tally.line(list, "access control list", Group.ALWAYS_ON, Quantity.of(1, "list"), "waf:webacl");
        rules(list, tally);
        if (guards(list, tally)) {
            Quantity requests = Quantity.of(tally.usage().requests(), "requests");
            tally.line(list, "requests looked at", Group.PER_REQUEST, requests, "waf:requests");
        } else {
            tally.needsUsage(list, "requests");
        }
        list.at("Rules").list().stream()
                .map(rule -> rule.at("Statement", "ManagedRuleGroupStatement", "Name"))
                .flatMap(name -> name.text().stream())
                .filter(DEARER::contains)
                .forEach(name -> tally.notPriced(list, "%s: no price".formatted(name)));
    }

    static void group(Resource group, Tally tally) {
        tally.line(group, "rule group", Group.ALWAYS_ON, Quantity.of(1, "group"), "waf:rule");
        rules(group, tally);
    }

    private static void rules(Resource resource, Tally tally) {
        int rules = resource.at("Rules").list().size();
        tally.line(resource, "rules", Group.ALWAYS_ON, Quantity.count(rules, "rule", "rules"), "waf:rule");
    }

    /** A distribution names its list; all else is named by an association. */
    private static boolean guards(Resource list, Tally tally) {
        Stream<Value> guarded = Stream.concat(
                tally.usage().path().fronts().stream()
                        .filter(front -> front.at("DistributionConfig", "WebACLId")
                                .references()
                                .contains(list.name()))
                        .map(Resource::properties),
                tally.setUp()
                        .resources("AWS::WAFv2::WebACLAssociation")
                        .filter(association ->
                                association.at("WebACLArn").references().contains(list.name()))
                        .map(association -> association.at("ResourceArn"))
                        .filter(arn -> tally.usage().path().fronts().stream()
                                .anyMatch(front -> arn.references().contains(front.name()))));
        return guarded.findAny().isPresent();
    }
}
