package atlas.compare.template;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What it takes to run something: an option's own stack with all that it needs, or whatever else was read as one. */
public final class SetUp {
    private final String id;
    private final String title;
    private final List<Stack> stacks;
    private final Optional<Unit> unit;
    private final Map<Reference, Resource> resources = new LinkedHashMap<>();

    /**
     * @param stacks those that must be deployed before others first, the one it is about last
     * @param unit what carries its requests, when a template tells
     */
    SetUp(String id, String title, List<Stack> stacks, Optional<Unit> unit) {
        this.id = id;
        this.title = title;
        this.stacks = List.copyOf(stacks);
        this.unit = unit;
        stacks.forEach(stack -> stack.resources().forEach(resource -> resources.put(resource.name(), resource)));
    }

    /** The option's id, or the name of what was read. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public List<Stack> stacks() {
        return stacks;
    }

    public Optional<Unit> unit() {
        return unit;
    }

    /** The stack it is about: its last one. */
    public Stack own() {
        return stacks.get(stacks.size() - 1);
    }

    public Stream<Resource> resources() {
        return resources.values().stream();
    }

    public Stream<Resource> resources(String... types) {
        return resources().filter(resource -> Arrays.asList(types).contains(resource.type()));
    }

    public Optional<Resource> resource(Reference name) {
        return Optional.ofNullable(resources.get(name));
    }

    /** Those of a type that a value refers to, at any depth. */
    public Stream<Resource> referredTo(Value value, String type) {
        return value.references().stream()
                .distinct()
                .map(this::resource)
                .flatMap(Optional::stream)
                .filter(resource -> resource.is(type));
    }
}
