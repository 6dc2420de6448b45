package atlas.proof.rule;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules of one listener are asked in the order of their priorities, and the first that fits decides. */
final class ListenerRules implements Rule {
    /** Fields whose values may have wildcards, and where the values are. */
    private static final Map<String, String> FIELDS =
            Map.of("path-pattern", "PathPatternConfig", "host-header", "HostHeaderConfig");

    @Override
    public String id() {
        return "listener-rule-reached";
    }

    @Override
    public String remedy() {
        return "give each rule of a listener a priority of its own, and the narrower one the lower number";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        Map<String, List<Resource>> byListener = deployment
                .resources("AWS::ElasticLoadBalancingV2::ListenerRule")
                .filter(rule -> rule.at("Priority").whole().isPresent())
                .collect(Collectors.groupingBy(
                        rule -> rule.at("ListenerArn").toString(), TreeMap::new, Collectors.toList()));
        return byListener.values().stream().flatMap(rules -> breaches(rules, deployment));
    }

    private static Stream<Breach> breaches(List<Resource> rules, Deployment deployment) {
        List<Resource> inOrder = rules.stream()
                .sorted(Comparator.comparing(ListenerRules::priority))
                .toList();
        return inOrder.stream().flatMap(later -> inOrder.stream()
                .filter(earlier -> earlier != later && !deployment.mayExclude(earlier.name(), later.name()))
                .flatMap(earlier -> {
                    if (priority(earlier) == priority(later)) {
                        return Stream.of(
                                Breach.of(later, "it has the priority %d, as has %s", priority(later), earlier.name()));
                    }
                    return priority(earlier) < priority(later) && covers(earlier, later)
                            ? Stream.of(Breach.of(
                                    later,
                                    "%s comes first (%d before %d) and takes all that it asks for",
                                    earlier.name(),
                                    priority(earlier),
                                    priority(later)))
                            : Stream.empty();
                }));
    }

    private static int priority(Resource rule) {
        return rule.at("Priority").whole().orElseThrow();
    }

    /** Each condition of the wide rule must be met whenever the narrow one's are. */
    private static boolean covers(Resource wide, Resource narrow) {
        List<Value> conditions = wide.at("Conditions").items();
        return !conditions.isEmpty()
                && conditions.stream().allMatch(condition -> narrow.at("Conditions").items().stream()
                        .anyMatch(other -> covers(condition, other)));
    }

    private static boolean covers(Value wide, Value narrow) {
        String field = wide.at("Field").toString();
        if (!narrow.at("Field").is(field)) {
            return false;
        }
        if (!FIELDS.containsKey(field)) {
            return wide.json().equals(narrow.json());
        }
        Set<String> patterns = values(wide, field);
        Set<String> asked = values(narrow, field);
        return !asked.isEmpty()
                && asked.stream().allMatch(text -> patterns.stream().anyMatch(one -> takes(one, text)));
    }

    private static Set<String> values(Value condition, String field) {
        return Stream.concat(
                        condition.at(FIELDS.get(field), "Values").items().stream(),
                        condition.at("Values").items().stream())
                .map(Value::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A text's own wildcards are taken by nothing but wildcards. */
    private static boolean takes(String pattern, String text) {
        return text.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E[^*]\\Q"));
    }
}
