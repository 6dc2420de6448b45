package atlas.compare.template;

/**
 * One resource of a template.
 *
 * @param name stack and logical id
 * @param type CloudFormation's, such as {@code AWS::ECS::Service}
 */
public record Resource(Reference name, String type, Value properties) {
    /** A property's value, a name a step from outside to inside. */
    public Value at(String... names) {
        return properties.at(names);
    }

    public boolean is(String type) {
        return this.type.equals(type);
    }
}
