package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML as CloudFormation reads it: {@code !GetAtt a.b} is {@code {"Fn::GetAtt": ["a", "b"]}}. Numbers and dates stay the
 * texts they are written as, so that neither 1.30 nor 0123 loses a zero; {@link Value} reads numbers from texts.
 */
final class Yaml {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Aliases that make more of a small file are refused: no template has a tenth of that. */
    private static final int MOST_VALUES = 1_000_000;

    private final org.yaml.snakeyaml.Yaml reader;
    private int values;

    Yaml() {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(Integer.MAX_VALUE); // what they make is counted instead
        limits.setNestingDepthLimit(TemplateFile.DEEPEST);
        limits.setAllowDuplicateKeys(false);
        limits.setCodePointLimit(Integer.MAX_VALUE); // the file's size was looked at before
        DumperOptions none = new DumperOptions();
        reader = new org.yaml.snakeyaml.Yaml(
                new ShortForms(limits), new Representer(none), none, limits, new OnlyTruths());
    }

    /** @throws YAMLException for what is no YAML, or uses what CloudFormation does not take */
    JsonNode read(String text) {
        return tree(reader.load(text), 0);
    }

    private JsonNode tree(Object value, int depth) {
        if (++values > MOST_VALUES) {
            throw new YAMLException("its aliases make more than %d values of it".formatted(MOST_VALUES));
        }
        if (depth > TemplateFile.DEEPEST) {
            throw new YAMLException("it contains itself");
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JSON.objectNode();
            map.forEach((key, inner) -> object.set(name(key), tree(inner, depth + 1)));
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JSON.arrayNode();
            list.forEach(inner -> array.add(tree(inner, depth + 1)));
            return array;
        }
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (value == null) {
            return JSON.nullNode();
        }
        return JSON.textNode(scalar(value));
    }

    private static String name(Object key) {
        return key == null ? "" : key instanceof Boolean truth ? truth.toString() : scalar(key);
    }

    private static String scalar(Object value) {
        if (value instanceof String || value instanceof Number) {
            return value.toString();
        }
        throw new YAMLException("CloudFormation takes texts, numbers, lists and maps only");
    }

    private static final class OnlyTruths extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
            addImplicitResolver(Tag.MERGE, MERGE, "<");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }

    private static final class ShortForms extends SafeConstructor {
        ShortForms(LoaderOptions limits) {
            super(limits);
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return written(node.getTag().getValue().substring(1), value(node));
                }
            });
        }

        private Object value(Node node) {
            if (node instanceof SequenceNode sequence) {
                return new ArrayList<>(constructSequence(sequence));
            }
            if (node instanceof MappingNode mapping) {
                return new LinkedHashMap<>(constructMapping(mapping));
            }
            return ((ScalarNode) node).getValue();
        }

        private static Map<String, Object> written(String name, Object value) {
            return switch (name) {
                case "Ref", "Condition" -> Map.of(name, value);
                case "GetAtt" -> Map.of("Fn::GetAtt", value instanceof String path ? parts(path) : value);
                default -> Map.of("Fn::" + name, value);
            };
        }

        private static List<String> parts(String path) {
            return Arrays.asList(path.split("\\.", 2));
        }
    }
}
