package atlas.proof.rehearsal.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** What CloudFormation tells of stacks. */
public final class Stacks {
    private static final Set<String> GONE = Set.of("DELETE_COMPLETE");

    private final Aws aws;

    public Stacks(Aws aws) {
        this.aws = aws;
    }

    /** @param lastUpdated empty unless it was ever updated */
    public record Status(String status, String lastUpdated, Map<String, String> outputs) {}

    public record Resource(String logicalId, String physicalId, String type, String status) {}

    /** @param reason empty when there is none */
    public record Event(String id, String logicalId, String type, String status, String reason) {}

    private Answer ask(String action, Map<String, String> parameters) {
        return aws.query("cloudformation", "2010-05-15", action, parameters);
    }

    /** Names of all that are not deleted. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Element stack : members(ask("DescribeStacks", Map.of()), "Stacks")) {
            if (!GONE.contains(Answer.text(stack, "StackStatus"))) {
                names.add(Answer.text(stack, "StackName"));
            }
        }
        return names;
    }

    /** Nothing when there is no such stack. */
    public Optional<Status> status(String stack) {
        return members(ask("DescribeStacks", Map.of("StackName", stack)), "Stacks").stream()
                .filter(one -> !GONE.contains(Answer.text(one, "StackStatus")))
                .findFirst()
                .map(one ->
                        new Status(Answer.text(one, "StackStatus"), Answer.text(one, "LastUpdatedTime"), outputs(one)));
    }

    private static Map<String, String> outputs(Element stack) {
        Map<String, String> outputs = new TreeMap<>();
        for (Element output : children(stack, "Outputs")) {
            outputs.put(Answer.text(output, "OutputKey"), Answer.text(output, "OutputValue"));
        }
        return outputs;
    }

    /** By logical id. */
    public Map<String, Resource> resources(String stack) {
        Map<String, Resource> resources = new TreeMap<>();
        for (Element one : members(ask("DescribeStackResources", Map.of("StackName", stack)), "StackResources")) {
            String id = Answer.text(one, "LogicalResourceId");
            resources.put(
                    id,
                    new Resource(
                            id,
                            Answer.text(one, "PhysicalResourceId"),
                            Answer.text(one, "ResourceType"),
                            Answer.text(one, "ResourceStatus")));
        }
        return resources;
    }

    /** The newest first. */
    public List<Event> events(String stack) {
        List<Event> events = new ArrayList<>();
        String token = "";
        do {
            Map<String, String> parameters = new LinkedHashMap<>(Map.of("StackName", stack));
            if (!token.isEmpty()) {
                parameters.put("NextToken", token);
            }
            Answer page = ask("DescribeStackEvents", parameters);
            for (Element one : members(page, "StackEvents")) {
                events.add(new Event(
                        Answer.text(one, "EventId"),
                        Answer.text(one, "LogicalResourceId"),
                        Answer.text(one, "ResourceType"),
                        Answer.text(one, "ResourceStatus"),
                        Answer.text(one, "ResourceStatusReason")));
            }
            String next = page.elements("NextToken").stream()
                    .map(Element::getTextContent)
                    .findFirst()
                    .orElse("");
            token = next.equals(token) ? "" : next;
        } while (!token.isEmpty());
        return events;
    }

    public Map<String, String> exports() {
        Map<String, String> exports = new TreeMap<>();
        for (Element one : members(ask("ListExports", Map.of()), "Exports")) {
            exports.put(Answer.text(one, "Name"), Answer.text(one, "Value"));
        }
        return exports;
    }

    private static List<Element> members(Answer answer, String list) {
        List<Element> members = new ArrayList<>();
        if (answer.isOk()) {
            answer.elements(list).stream().limit(1).forEach(one -> members.addAll(direct(one)));
        }
        return members;
    }

    private static List<Element> children(Element parent, String list) {
        var lists = parent.getElementsByTagNameNS("*", list);
        return lists.getLength() == 0 ? List.of() : direct((Element) lists.item(0));
    }

    private static List<Element> direct(Element list) {
        List<Element> members = new ArrayList<>();
        for (var node = list.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element member) {
                members.add(member);
            }
        }
        return members;
    }
}
