package atlas.compare.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML as CloudFormation reads it: {@code !GetAtt a.b} is {@code {"Fn::GetAtt": ["a", "b"]}}, and a date is a text. */
final class Yaml {
    /** Anchors that grow a small file into a large one are refused. */
    private static final int MOST_ALIASES = 50;

    private final org.yaml.snakeyaml.Yaml reader;

    Yaml() {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setAllowDuplicateKeys(false);
        limits.setCodePointLimit(Integer.MAX_VALUE); // the file's size was looked at before
        DumperOptions none = new DumperOptions();
        reader =
                new org.yaml.snakeyaml.Yaml(new ShortForms(limits), new Representer(none), none, limits, new NoDates());
    }

    Object read(String text) {
        return reader.load(text);
    }

    private static final class NoDates extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
            addImplicitResolver(Tag.INT, INT, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
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
