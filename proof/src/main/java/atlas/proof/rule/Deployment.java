package atlas.proof.rule;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.SetUps;
import atlas.compare.template.TemplateFile;
import atlas.compare.template.Value;
import atlas.proof.gate.StackTemplate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What is deployed together: the resources of all stacks, and the files they are made from.
 *
 * @param setUp its values are worked out as far as the templates decide, also across stacks
 * @param templates as they are written, by stack
 * @param assets none for a template that stands alone
 */
record Deployment(SetUp setUp, Map<String, JsonNode> templates, Optional<Assets> assets) {
    static Deployment of(Path assembly, List<StackTemplate> stacks) {
        Map<String, JsonNode> templates = new TreeMap<>();
        stacks.forEach(stack ->
                templates.put(stack.stack(), TemplateFile.read(stack.file()).root()));
        return new Deployment(
                SetUps.whole(assembly, stacks.get(0).region()), templates, Optional.of(Assets.in(assembly)));
    }

    static Deployment of(StackTemplate alone) {
        return new Deployment(
                SetUps.whole(alone.file(), alone.region()),
                Map.of("", TemplateFile.read(alone.file()).root()),
                Optional.empty());
    }

    Stream<Resource> resources(String... types) {
        return setUp.resources(types);
    }

    /** The one resource that makes a value, if it is made by one and is at hand. */
    Optional<Resource> behind(Value value) {
        return value.reference().flatMap(setUp::resource);
    }

    Optional<Resource> behind(Value value, String type) {
        return behind(value).filter(resource -> resource.is(type));
    }

    /** Those that a resource waits for in so many words. */
    List<Reference> dependsOn(Reference resource) {
        JsonNode written = written(resource, "DependsOn");
        return (written.isTextual() ? Stream.of(written) : StreamSupport.stream(written.spliterator(), false))
                .map(id -> new Reference(resource.stack(), id.asText()))
                .toList();
    }

    /** Whether there may never be both, since each has a condition of its own. */
    boolean mayExclude(Reference one, Reference other) {
        JsonNode condition = written(one, "Condition");
        JsonNode another = written(other, "Condition");
        return condition.isTextual() && another.isTextual() && !condition.equals(another);
    }

    private JsonNode written(Reference resource, String field) {
        return template(resource.stack()).path("Resources").path(resource.id()).path(field);
    }

    private JsonNode template(String stack) {
        return templates.getOrDefault(stack, MissingNode.getInstance());
    }

    /** The function that a name, an ARN, a version or an alias stands for. */
    Optional<Resource> function(Value name) {
        return behind(name).flatMap(resource -> switch (resource.type()) {
            case "AWS::Lambda::Function" -> Optional.of(resource);
            case "AWS::Lambda::Version", "AWS::Lambda::Alias" -> function(resource.at("FunctionName"));
            default -> Optional.empty();
        });
    }

    /** Where a value is looked up at deployment, when it comes out of SSM by a parameter of the template. */
    Optional<String> lookedUp(String stack, Value value) {
        JsonNode parameter =
                template(stack).path("Parameters").path(value.json().path("Ref").asText());
        return parameter.path("Type").asText().startsWith("AWS::SSM::Parameter::Value")
                ? Optional.of(parameter.path("Default").asText())
                : value.text().filter(text -> text.startsWith("{{resolve:ssm:"));
    }
}
